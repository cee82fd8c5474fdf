import { describeStep, describeStepState } from './describeStep';

const step = (kind: string, value?: never | object | number) =>
  describeStep(
    {
      index: 0,
      kind,
      value: JSON.parse(JSON.stringify(value ?? null)),
      state: 'later',
    },
    100,
  );

describe('describeStep', () => {
  it.each([
    ['setWeight', 0, 'Weight 0 %'],
    ['setWeight', 50, 'Weight 50 %'],
    ['pause', {}, 'Pause until it is approved'],
    ['pause', { duration: '10m' }, 'Pause 10m'],
    ['pause', { duration: 30 }, 'Pause 30 s'],
    ['setCanaryScale', { replicas: 0 }, 'Scale to 0 pods'],
    ['setCanaryScale', { weight: 25 }, 'Scale to 25 % of the pods'],
  ])('says %s %j as “%s”', (kind, value, title) => {
    expect(step(kind, value).title).toBe(title);
  });

  it('names the templates of an analysis', () => {
    expect(
      step('analysis', { templates: [{ templateName: 'fraud' }, {}] }),
    ).toEqual({ title: 'Analysis', detail: 'fraud' });
  });

  it('shows a kind that it does not know by name and raw value', () => {
    expect(step('plugin', { name: 'acme/gate' })).toEqual({
      title: 'plugin',
      detail: '{"name":"acme/gate"}',
    });
  });

  it('counts a weight in the parts that make all of it', () => {
    expect(
      describeStep(
        { index: 0, kind: 'setWeight', value: 150, state: 'later' },
        1000,
      ).title,
    ).toBe('Weight 150 of 1000');
  });
});

describe('describeStepState', () => {
  it.each([
    ['current', 'Paused', 'paused'],
    ['current', 'Progressing', 'progressing'],
    ['failed', 'Degraded', 'failed'],
    ['stopped', 'Degraded', 'absent'],
    ['skipped', 'Healthy', 'unknown'],
  ])('shows %s of a %s delivery as %s', (state, phase, status) => {
    expect(describeStepState(state, phase).status).toBe(status);
  });
});
