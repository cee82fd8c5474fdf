import {
  createAnalysisRun,
  createRollout,
  readOne,
} from '../__testUtils__/createObjects';
import { readScene } from '../__testUtils__/readScene';

const AT = '2026-11-21T11:00:00Z';
const SINCE = '2026-11-20T11:00:00Z';

const completed = (status: string) => ({
  type: 'Completed',
  status,
  reason: 'RolloutCompleted',
  message: '',
  lastTransitionTime: SINCE,
});

describe('since when the stable revision is stable', () => {
  it.each([
    ['it is what is wanted', 'new', 'new', [completed('True')], SINCE],
    ['a candidate is delivered', 'new', 'old', [completed('False')], undefined],
    // The spec has moved on, and the condition has not yet.
    [
      'a candidate is about to be',
      'new',
      'old',
      [completed('True')],
      undefined,
    ],
    ['nothing is stable yet', '', '', [completed('True')], undefined],
    ['the controller is too old to say it', 'new', 'new', [], undefined],
  ])('where %s', (_, currentPodHash, stableRS, conditions, expected) => {
    const { stableSince } = readOne([
      createRollout({ status: { currentPodHash, stableRS, conditions } }),
    ]);
    expect(stableSince).toBe(expected);
  });

  it('is what a real controller says', () => {
    const { objectsAt } = readScene('success-replicas');
    expect([5, 30, 45].map(t => readOne(objectsAt(t)).stableSince)).toEqual([
      '2026-11-21T08:11:41Z',
      undefined,
      '2026-11-21T08:12:23Z',
    ]);
  });
});

describe('when a delivery was aborted', () => {
  const progressing = {
    type: 'Progressing',
    status: 'False',
    reason: 'RolloutAborted',
    message: '',
    lastTransitionTime: AT,
  };
  const failed = (completedAt: string, hash = 'new') =>
    createAnalysisRun({
      name: completedAt,
      labels: { 'rollouts-pod-template-hash': hash },
      status: { phase: 'Failed', completedAt },
    });

  it.each([
    ['what the controller wrote', { abortedAt: AT, abort: true }, [], AT],
    [
      'its condition',
      { abort: true, conditions: [progressing] },
      [failed(SINCE)],
      AT,
    ],
    [
      'the last analysis that failed of the candidate',
      { abort: true },
      [failed(SINCE), failed(AT), failed('2026-11-21T12:00:00Z', 'old')],
      AT,
    ],
    ['nothing', { abort: true }, [], undefined],
    ['no abort, after a retry', { abort: false, abortedAt: AT }, [], undefined],
  ])('is said by %s', (_, status, runs, expected) => {
    const { abortedAt } = readOne([createRollout({ status }), ...runs]);
    expect(abortedAt).toBe(expected);
  });

  it('is what a real controller says', () => {
    const { objectsAt } = readScene('abort-retry');
    // At 34.6 it was asked to, and had not acted yet.
    expect([34.6, 40, 50].map(t => readOne(objectsAt(t)).abortedAt)).toEqual([
      undefined,
      '2026-11-21T08:12:15Z',
      undefined,
    ]);
  });
});
