import { readDeliveries, ReadDeliveriesOptions } from '../readDeliveries';

interface RolloutOptions {
  metadata?: Record<string, unknown>;
  spec?: Record<string, unknown>;
  canary?: Record<string, unknown>;
  status?: Record<string, unknown>;
}

const METADATA = {
  name: 'churn',
  namespace: 'shop',
  uid: 'uid-churn',
  generation: 2,
};

/** A canary with traffic routing at its second step of four, as the controller leaves it. */
export function createRollout({
  metadata,
  spec,
  canary,
  status,
}: RolloutOptions = {}) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { ...METADATA, ...metadata },
    spec: {
      replicas: 4,
      strategy: {
        canary: {
          steps: [
            { setWeight: 20 },
            { pause: { duration: '1m' } },
            { setWeight: 60 },
            { analysis: { templates: [{ templateName: 'accuracy' }] } },
          ],
          trafficRouting: { nginx: { stableIngress: 'churn' } },
          ...canary,
        },
      },
      ...spec,
    },
    status: {
      phase: 'Progressing',
      message: 'more replicas need to be updated',
      observedGeneration: '2',
      currentPodHash: 'new',
      stableRS: 'old',
      currentStepIndex: 2,
      replicas: 5,
      updatedReplicas: 1,
      readyReplicas: 5,
      availableReplicas: 5,
      canary: { weights: { canary: { weight: 20 }, stable: { weight: 80 } } },
      ...status,
    },
  };
}

const OWNER = { kind: 'Rollout', name: 'churn', uid: 'uid-churn' };

export function createReplicaSet(
  hash: string,
  revision: number,
  {
    status,
    metadata,
    template,
  }: {
    status?: Record<string, unknown>;
    metadata?: Record<string, unknown>;
    template?: Record<string, unknown>;
  } = {},
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `churn-${hash}`,
      namespace: 'shop',
      labels: { 'rollouts-pod-template-hash': hash },
      annotations: { 'rollout.argoproj.io/revision': String(revision) },
      ownerReferences: [OWNER],
      ...metadata,
    },
    spec: {
      replicas: 1,
      template: template ?? {
        spec: { containers: [{ image: `churn:${hash}` }] },
      },
    },
    status: { replicas: 1, readyReplicas: 1, availableReplicas: 1, ...status },
  };
}

export function createAnalysisRun({
  name = 'churn-new-2-3',
  labels,
  spec,
  status,
}: {
  name?: string;
  labels?: Record<string, string>;
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
} = {}) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisRun',
    metadata: {
      name,
      namespace: 'shop',
      labels: {
        'rollout-type': 'Step',
        'step-index': '3',
        'rollouts-pod-template-hash': 'new',
        ...labels,
      },
      ownerReferences: [OWNER],
    },
    spec: { metrics: [{ name: 'accuracy', provider: {} }], ...spec },
    status: { phase: 'Running', ...status },
  };
}

export function createStepEvent(done: number, at: string) {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `churn.${done}.${at}`, namespace: 'shop' },
    involvedObject: OWNER,
    reason: 'RolloutStepCompleted',
    message: `Rollout step ${done}/4 completed (setWeight: 20)`,
    lastTimestamp: at,
  };
}

/** The only delivery among objects that have no problem. */
export function readOne(
  objects: readonly unknown[],
  options: Partial<ReadDeliveriesOptions> = {},
) {
  const now = '2026-11-21T12:00:00Z';
  const { deliveries, problems } = readDeliveries(objects, { now, ...options });
  expect(problems).toEqual([]);
  expect(deliveries).toHaveLength(1);
  return deliveries[0];
}
