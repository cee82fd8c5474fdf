import { readOne } from '../__testUtils__/createObjects';

function createDeployment(status: object, spec: object = {}, generation = 1) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'churn',
      namespace: 'shop',
      uid: 'uid-churn',
      generation,
      annotations: { 'deployment.kubernetes.io/revision': '2' },
    },
    spec: { replicas: 3, ...spec },
    status: { observedGeneration: 1, ...status },
  };
}

function createReplicaSet(revision: number, replicas: number) {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `churn-${revision}`,
      namespace: 'shop',
      labels: { 'pod-template-hash': `hash${revision}` },
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [
        { kind: 'Deployment', name: 'churn', uid: 'uid-churn' },
      ],
    },
    spec: { replicas },
    status: {},
  };
}

const DONE = {
  replicas: 3,
  updatedReplicas: 3,
  readyReplicas: 3,
  availableReplicas: 3,
};
const TIMED_OUT = { type: 'Progressing', reason: 'ProgressDeadlineExceeded' };

// kubectl's sentences: polymorphichelpers/rollout_status.go and its test.
it.each([
  [
    'Progressing',
    'Waiting for deployment spec update to be observed...',
    createDeployment(DONE, {}, 2),
  ],
  [
    'Degraded',
    'deployment "churn" exceeded its progress deadline',
    createDeployment({ ...DONE, conditions: [TIMED_OUT] }),
  ],
  [
    'Progressing',
    'Waiting for deployment "churn" rollout to finish: 0 out of 3 new replicas have been updated...',
    createDeployment({}),
  ],
  [
    'Progressing',
    'Waiting for deployment "churn" rollout to finish: 1 old replicas are pending termination...',
    createDeployment({ ...DONE, replicas: 4 }),
  ],
  [
    'Progressing',
    'Waiting for deployment "churn" rollout to finish: 2 of 3 updated replicas are available...',
    createDeployment({ ...DONE, availableReplicas: 2 }),
  ],
  ['Healthy', '', createDeployment(DONE)],
  ['Healthy', '', createDeployment({}, { replicas: 0 })],
  ['Paused', 'manually paused', createDeployment(DONE, { paused: true })],
])('is %s "%s"', (phase, message, deployment) => {
  expect(readOne([deployment])).toMatchObject({ phase, message });
});

it('has no steps and no weights, and nothing can be done with it', () => {
  const delivery = readOne([createDeployment(DONE)]);
  expect(delivery).toMatchObject({
    provider: 'deployment',
    strategy: 'rolling-update',
    step: undefined,
    weight: undefined,
    reached: undefined,
    steps: [],
  });
  expect(delivery.actions.map(({ allowed }) => allowed)).toEqual(
    Array(5).fill(false),
  );
});

it.each([
  ['complete', DONE, '2026-11-21T11:00:00Z'],
  ['under way', {}, undefined],
])('says since when it is stable when %s', (_title, status, since) => {
  const condition = {
    type: 'Progressing',
    status: 'True',
    reason: 'NewReplicaSetAvailable',
    lastUpdateTime: '2026-11-21T11:00:00Z',
    lastTransitionTime: '2026-11-20T11:00:00Z',
  };
  const { stableSince } = readOne([
    createDeployment({ ...status, conditions: [condition] }),
  ]);
  expect(stableSince).toBe(since);
});

it.each([
  ['under way', {}, ['candidate', 'stable', 'earlier']],
  ['complete', DONE, ['stable', 'earlier', 'earlier']],
])('gives its revisions roles when %s', (_title, status, roles) => {
  const { revisions } = readOne([
    createDeployment(status),
    createReplicaSet(2, 1),
    createReplicaSet(1, 2),
    createReplicaSet(0, 0),
  ]);
  expect(revisions.map(({ role }) => role)).toEqual(roles);
});
