import {
  createAnalysisRun,
  createReplicaSet,
  createRollout,
  createStepEvent,
  readOne,
} from '../__testUtils__/createObjects';
import { readScene, SceneName } from '../__testUtils__/readScene';

const MANUAL = 'RolloutAborted: Rollout aborted update to revision 2';

function createAborted(message = MANUAL) {
  return createRollout({
    status: { abort: true, phase: 'Degraded', currentStepIndex: 0, message },
  });
}

it('is nothing where nothing was aborted', () => {
  const remembered = () => ({ index: 3, count: 4 });
  expect(readOne([createRollout()], { remembered }).reached).toBeUndefined();
});

it('is unknown without a trace, and no step is then said to be done', () => {
  const { reached, steps, step } = readOne([createAborted()]);
  expect(reached).toBeUndefined();
  expect(step).toEqual({ index: 0, count: 4 });
  expect(steps.every(({ state }) => state === 'unknown')).toBe(true);
});

it('is what somebody remembers of this candidate, rather than what traces say', () => {
  const remembered = jest.fn(() => ({ index: 0, count: 4 }));
  const { reached, steps } = readOne([createAborted(), createAnalysisRun()], {
    remembered,
  });
  expect(reached).toEqual({ index: 0, count: 4, inferred: false });
  expect(steps.map(({ state }) => state)).toEqual([
    'stopped',
    'later',
    'later',
    'later',
  ]);
  expect(remembered).toHaveBeenCalledWith({
    namespace: 'shop',
    name: 'churn',
    uid: 'uid-churn',
    hash: 'new',
  });
});

it.each([
  ['nothing else is known', [], 1],
  ['traces say less', [createStepEvent(0, '2026-11-21T11:00:00Z')], 1],
  ['traces say more', [createStepEvent(3, '2026-11-21T11:00:00Z')], 3],
])(
  'is at least where it was when it was last watched: %s',
  (_, events, index) => {
    const remembered = () => ({ index: 1, count: 4, isLeast: true });
    const { reached } = readOne([createAborted(), ...events], { remembered });
    expect(reached).toEqual({ index, count: 4, inferred: true });
  },
);

it('is the step itself until the controller has acted on the abort', () => {
  const { reached } = readOne([createRollout({ status: { abort: true } })]);
  expect(reached).toEqual({ index: 2, count: 4, inferred: false });
});

it.each([
  ['Failed', {}, 3],
  ['Error', {}, 3],
  ['Running', {}, 3],
  ['Successful', {}, 4],
  ['Successful', { terminate: true }, 3],
])('is told by an analysis that is %s %j', (phase, spec, index) => {
  const metrics = [{ name: 'accuracy' }];
  const run = createAnalysisRun({
    spec: { metrics, ...spec },
    status: { phase },
  });
  expect(readOne([createAborted(), run]).reached).toEqual({
    index,
    count: 4,
    inferred: true,
  });
});

it('is not told by an analysis of another candidate', () => {
  const labels = { 'rollouts-pod-template-hash': 'other' };
  const run = createAnalysisRun({ labels });
  expect(readOne([createAborted(), run]).reached).toBeUndefined();
});

it('is told by the newest event of a completed step, since the candidate exists', () => {
  const createdAt = '2026-11-21T11:00:00Z';
  const { reached } = readOne([
    createAborted(),
    createReplicaSet('new', 2, { metadata: { creationTimestamp: createdAt } }),
    createStepEvent(4, '2026-11-21T10:00:00Z'),
    createStepEvent(1, '2026-11-21T11:01:00Z'),
    createStepEvent(2, '2026-11-21T11:02:00Z'),
  ]);
  expect(reached).toEqual({ index: 2, count: 4, inferred: true });
});

it.each([
  [MANUAL, 'stopped'],
  [`${MANUAL}: Step-based analysis phase error/failed`, 'failed'],
])('ends, by the message "%s", as %s', (message, state) => {
  const run = createAnalysisRun({ status: { phase: 'Running' } });
  const { steps } = readOne([createAborted(message), run]);
  expect(steps.map(step => step.state)).toEqual([
    'done',
    'done',
    'done',
    state,
  ]);
});

// In abort-retry and background-analysis-fail the controller came one step further, and
// dropped the event that would say so.
const RECORDED: [SceneName, number, number, string][] = [
  ['abort-retry', 39, 3, 'stopped'],
  ['abort-undo', 12.5, 1, 'stopped'],
  ['failed-analysis', 30, 2, 'failed'],
  ['error-analysis', 62, 2, 'failed'],
  ['background-analysis-fail', 26, 1, 'failed'],
];

it.each(RECORDED)(
  'of the recorded %s (at %d s) is step %d, %s',
  (name, t, index, state) => {
    const { reached, steps } = readOne(readScene(name).objectsAt(t));
    expect(reached).toMatchObject({ index, inferred: true });
    expect(steps[index].state).toBe(state);
  },
);
