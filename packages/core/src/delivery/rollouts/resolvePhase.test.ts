import { createRollout, readOne } from '../__testUtils__/createObjects';

type Options = Parameters<typeof createRollout>[0];

const NO_PHASE = { phase: null, message: null };
const DONE = { ...NO_PHASE, updatedReplicas: 4, replicas: 4, stableRS: 'new' };
const BLUE_GREEN = { strategy: { blueGreen: {} } };

const CASES: [string, string, Options][] = [
  [
    'Progressing',
    'waiting for rollout spec update to be observed',
    { metadata: { generation: 3 } },
  ],
  // A hash that is all digits, as controllers before 0.10 wrote it.
  [
    'Healthy',
    '',
    { status: { phase: 'Healthy', message: '', observedGeneration: '77' } },
  ],
  [
    'Progressing',
    'waiting for rollout to unpause',
    { status: { phase: 'Paused', controllerPause: true } },
  ],
  [
    'Progressing',
    'waiting for rollout spec update to be observed for the reference workload',
    {
      metadata: {
        annotations: { 'rollout.argoproj.io/workload-generation': '3' },
      },
      spec: { workloadRef: { name: 'churn' } },
      status: { workloadObservedGeneration: '2' },
    },
  ],
  ['Degraded', 'InvalidSpec: why', condition({ type: 'InvalidSpec' })],
  ['Degraded', 'RolloutAborted: why', condition({ reason: 'RolloutAborted' })],
  [
    'Degraded',
    'ProgressDeadlineExceeded: why',
    condition({ reason: 'ProgressDeadlineExceeded' }),
  ],
  ['Paused', 'manually paused', { spec: { paused: true }, status: NO_PHASE }],
  [
    'Paused',
    'CanaryPauseStep',
    {
      status: { ...NO_PHASE, pauseConditions: [{ reason: 'CanaryPauseStep' }] },
    },
  ],
  [
    'Progressing',
    'rollout is restarting',
    { spec: { restartAt: '2026-01-01T00:00:00Z' }, status: NO_PHASE },
  ],
  ['Progressing', 'more replicas need to be updated', { status: NO_PHASE }],
  [
    'Progressing',
    'updated replicas are still becoming available',
    { status: { ...DONE, availableReplicas: 3 } },
  ],
  [
    'Progressing',
    'active service cutover pending',
    { spec: BLUE_GREEN, status: DONE },
  ],
  [
    'Progressing',
    'waiting for post-promotion verification to complete',
    {
      spec: BLUE_GREEN,
      status: {
        ...DONE,
        stableRS: 'old',
        blueGreen: { activeSelector: 'new' },
      },
    },
  ],
  [
    'Progressing',
    'waiting for analysis to complete',
    {
      spec: { strategy: { blueGreen: { postPromotionAnalysis: {} } } },
      status: {
        ...DONE,
        stableRS: 'old',
        blueGreen: { activeSelector: 'new' },
      },
    },
  ],
  [
    'Progressing',
    'old replicas are pending termination',
    {
      canary: { trafficRouting: null },
      status: { ...DONE, replicas: 5, currentStepIndex: 4 },
    },
  ],
  [
    'Progressing',
    'waiting for all steps to complete',
    { status: { ...DONE, stableRS: 'old' } },
  ],
  ['Healthy', '', { status: DONE }],
];

function condition(fields: object): Options {
  const conditions = [{ ...fields, message: 'why' }];
  return { status: { ...NO_PHASE, conditions } };
}

it.each(CASES)('is %s "%s"', (phase, message, options) => {
  expect(readOne([createRollout(options)])).toMatchObject({ phase, message });
});

it('is what a rollout without status is: not begun', () => {
  const { phase, message, step, replicas } = readOne([
    { ...createRollout(), status: undefined },
  ]);
  expect({ phase, message, step }).toEqual({
    phase: 'Progressing',
    message: 'more replicas need to be updated',
    step: undefined,
  });
  expect(replicas.current).toBe(0);
});
