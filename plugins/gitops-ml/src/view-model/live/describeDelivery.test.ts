import { describeDelivery, describeDeliveryStatus } from './describeDelivery';
import { describePause } from './describePause';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const paused = {
  phase: 'Paused',
  message: 'CanaryPauseStep',
  step: { index: 2, count: 6 },
  weight: { desired: 20, actual: 20 },
  since: '2026-11-21T09:45:31Z',
};

describe('describeDelivery', () => {
  it('says where a paused canary stands and for how long', () => {
    expect(describeDelivery(paused, NOW)).toBe(
      'Canary at 20 %, paused for approval, step 2 of 6, 14 min',
    );
  });

  it('keeps step 0 and weight 0 apart from absent ones', () => {
    const facts = { phase: 'Progressing', message: 'more replicas' };
    expect(
      describeDelivery(
        {
          ...facts,
          step: { index: 0, count: 6 },
          weight: { desired: 20, actual: 0 },
        },
        NOW,
      ),
    ).toBe('Canary at 0 %, wanted 20 %, more replicas, step 0 of 6');
    expect(describeDelivery(facts, NOW)).toBe('More replicas');
  });

  it('says of an analysis that it runs, from the row of an environment and from a delivery', () => {
    const facts = {
      phase: 'Progressing',
      message: 'more replicas need to be updated',
      step: { index: 2, count: 5 },
      weight: { desired: 10, actual: 10 },
    };
    const sentence = 'Canary at 10 %, analysis running, step 2 of 5';
    expect(describeDelivery({ ...facts, stepKind: 'analysis' }, NOW)).toBe(
      sentence,
    );
    const steps = [
      { kind: 'pause', state: 'done' },
      { kind: 'analysis', state: 'current' },
    ];
    expect(describeDelivery({ ...facts, steps }, NOW)).toBe(sentence);
    expect(describeDelivery({ ...facts, stepKind: 'setWeight' }, NOW)).toMatch(
      /more replicas/,
    );
  });

  it('counts a weight in the parts that make all of it', () => {
    expect(
      describeDelivery(
        { ...paused, maxWeight: 1000, weight: { desired: 150, actual: 150 } },
        NOW,
      ),
    ).toMatch(/^Canary at 150 of 1000, /);
  });

  it.each([
    [{ index: 3, count: 6, inferred: false }, 'Aborted at step 3 of 6, '],
    [
      { index: 0, count: 6, inferred: true },
      'Aborted at step 0 of 6 (inferred), ',
    ],
  ])('says at which step it was aborted: %j', (reached, beginning) => {
    const facts = { ...paused, phase: 'Degraded', reached };
    expect(describeDelivery(facts, NOW)).toContain(beginning);
    expect(describeDeliveryStatus(facts)).toEqual({
      status: 'failed',
      word: 'Aborted',
      reason: 'CanaryPauseStep',
    });
  });

  it('calls an abort so whose step nobody knows', () => {
    expect(
      describeDelivery(
        { phase: 'Degraded', message: 'RolloutAborted', aborted: true },
        NOW,
      ),
    ).toBe('Aborted, the stable version serves');
  });

  it('says a finished one in three words', () => {
    expect(describeDelivery({ phase: 'Healthy', message: '' }, NOW)).toBe(
      'The stable version serves',
    );
  });
});

describe('describePause', () => {
  it.each([
    ['CanaryPauseStep', 'paused for approval'],
    ['manually paused', 'paused by hand'],
    ['InconclusiveAnalysisRun', 'paused because an analysis was inconclusive'],
    ['SomethingNew', 'paused: SomethingNew'],
    ['', 'paused'],
  ])('says %j as “%s”', (message, text) => {
    expect(describePause({ message })).toBe(text);
  });

  it('says when it ends by itself', () => {
    expect(
      describePause(
        {
          message: 'CanaryPauseStep',
          paused: { reason: 'CanaryPauseStep', until: '2026-11-21T10:10:00Z' },
        },
        'UTC',
      ),
    ).toBe('paused until 21 Nov 2026, 10:10:00 UTC');
  });
});
