import { describeHealth } from './describeHealth';
import { worstOf } from './Health';

const object = (
  apiVersion: string,
  kind: string,
  status?: object,
  spec: object = {},
) => ({
  apiVersion,
  kind,
  metadata: { name: 'a', namespace: 'b', generation: 2 },
  spec: JSON.parse(JSON.stringify(spec)),
  ...(status && { status: JSON.parse(JSON.stringify(status)) }),
});

const rollout = (status?: object, spec?: object) =>
  object('argoproj.io/v1alpha1', 'Rollout', status, spec);
const deployment = (status: object, spec: object = { replicas: 2 }) =>
  object('apps/v1', 'Deployment', { observedGeneration: 2, ...status }, spec);
const job = (conditions: object[]) => object('batch/v1', 'Job', { conditions });
const scaler = (conditions: object[]) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', { conditions });
const ingress = (ingresses: object[]) =>
  object('networking.k8s.io/v1', 'Ingress', {
    loadBalancer: { ingress: ingresses },
  });

it.each([
  [rollout(), 'Progressing'],
  [rollout({ phase: 'Healthy', observedGeneration: '1' }), 'Progressing'],
  [rollout({ phase: 'Healthy', observedGeneration: '2' }), 'Healthy'],
  [rollout({ phase: 'Paused', observedGeneration: '2' }), 'Suspended'],
  [rollout({ phase: 'Degraded', observedGeneration: '2' }), 'Degraded'],
  [rollout({ phase: 'Healthy', observedGeneration: 'abc' }), 'Healthy'],
  [
    rollout({
      conditions: [{ type: 'Progressing', reason: 'RolloutAborted' }],
    }),
    'Degraded',
  ],
  [rollout({ pauseConditions: [{}] }), 'Suspended'],
  [
    rollout(
      {
        currentPodHash: 'x',
        stableRS: 'y',
        replicas: 1,
        updatedReplicas: 1,
        availableReplicas: 1,
      },
      { strategy: { canary: {} } },
    ),
    'Progressing',
  ],
  [deployment({ replicas: 2, updatedReplicas: 1 }), 'Progressing'],
  [deployment({ replicas: 3, updatedReplicas: 2 }), 'Progressing'],
  [
    deployment({ replicas: 2, updatedReplicas: 2, availableReplicas: 1 }),
    'Progressing',
  ],
  [
    deployment({ replicas: 2, updatedReplicas: 2, availableReplicas: 2 }),
    'Healthy',
  ],
  [deployment({ observedGeneration: 1 }), 'Progressing'],
  [deployment({}, { paused: true }), 'Suspended'],
  [
    deployment({
      conditions: [{ type: 'Progressing', reason: 'ProgressDeadlineExceeded' }],
    }),
    'Degraded',
  ],
  [job([]), 'Progressing'],
  [job([{ type: 'Complete', status: 'True' }]), 'Healthy'],
  [job([{ type: 'Failed', status: 'True' }]), 'Degraded'],
  [job([{ type: 'Suspended', status: 'True' }]), 'Suspended'],
  [scaler([]), 'Progressing'],
  [scaler([{ type: 'AbleToScale', status: 'True' }]), 'Healthy'],
  [
    scaler([{ type: 'ScalingActive', reason: 'FailedGetResourceMetric' }]),
    'Degraded',
  ],
  [ingress([]), 'Progressing'],
  [ingress([{ ip: '10.0.0.1' }]), 'Healthy'],
  [object('v1', 'Service'), 'Healthy'],
  [object('v1', 'Service', {}, { type: 'LoadBalancer' }), 'Progressing'],
  [
    object('argoproj.io/v1alpha1', 'AnalysisRun', { phase: 'Inconclusive' }),
    'Unknown',
  ],
  [object('v1', 'ConfigMap'), undefined],
])('%j is %s', (given, expected) => {
  expect(describeHealth(given)?.status).toBe(expected);
});

it('of several the worst counts, of none Healthy', () => {
  expect(worstOf(['Healthy', 'Missing', 'Progressing'])).toBe('Missing');
  expect(worstOf(['Degraded', 'Unknown'])).toBe('Unknown');
  expect(worstOf([])).toBe('Healthy');
});
