import { HealthInput } from './contract';
import { Health, healthOf } from './Health';

const isOld = ({ metadata, status }: HealthInput) =>
  (metadata.generation ?? 0) > Number(status?.observedGeneration ?? 0);

const findCondition = ({ status }: HealthInput, type: string) =>
  status?.conditions?.find(condition => condition.type === type);

/** health_deployment.go */
export function describeDeploymentHealth(input: HealthInput): Health {
  if (input.spec.paused) {
    return healthOf('Suspended', 'Deployment is paused');
  }
  if (isOld(input)) {
    const message =
      'Waiting for rollout to finish: observed deployment generation less than desired generation';
    return healthOf('Progressing', message);
  }
  const progressing = findCondition(input, 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded') {
    const message = 'Deployment exceeded its progress deadline';
    return healthOf('Degraded', message);
  }
  const waiting = describeWaiting(input);
  return waiting
    ? healthOf('Progressing', `Waiting for rollout to finish: ${waiting}...`)
    : healthOf('Healthy');
}

function describeWaiting({ spec, status }: HealthInput): string | undefined {
  const {
    replicas = 0,
    updatedReplicas: updated = 0,
    availableReplicas: available = 0,
  } = status ?? {};
  const wanted = spec.replicas ?? 0;
  if (updated < wanted) {
    return `${updated} out of ${wanted} new replicas have been updated`;
  }
  if (replicas > updated) {
    return `${replicas - updated} old replicas are pending termination`;
  }
  return available < updated
    ? `${available} of ${updated} updated replicas are available`
    : undefined;
}

/** health_replicaset.go */
export function describeReplicaSetHealth(input: HealthInput): Health {
  const { spec, status } = input;
  if (isOld(input)) {
    const message =
      'Waiting for rollout to finish: observed replica set generation less than desired generation';
    return healthOf('Progressing', message);
  }
  const failure = findCondition(input, 'ReplicaFailure');
  if (failure?.status === 'True') return healthOf('Degraded', failure.message);
  const available = status?.availableReplicas ?? 0;
  if (spec.replicas === undefined || available >= spec.replicas) {
    return healthOf('Healthy');
  }
  const message = `Waiting for rollout to finish: ${available} out of ${spec.replicas} new replicas are available...`;
  return healthOf('Progressing', message);
}

/** health_job.go */
export function describeJobHealth(input: HealthInput): Health {
  const failed = findCondition(input, 'Failed');
  if (failed) return healthOf('Degraded', failed.message);
  const suspended = findCondition(input, 'Suspended');
  if (suspended?.status === 'True') {
    return healthOf('Suspended', suspended.message);
  }
  const complete = findCondition(input, 'Complete') ?? suspended;
  return complete
    ? healthOf('Healthy', complete.message)
    : healthOf('Progressing');
}

/** health_pod.go, of pods that no container runs in. */
export function describePodHealth(input: HealthInput): Health {
  const { phase, message } = input.status ?? {};
  if (phase === 'Succeeded') return healthOf('Healthy', message);
  if (phase === 'Failed') return healthOf('Degraded', message);
  const isReady = findCondition(input, 'Ready')?.status === 'True';
  const runsOn = (input.spec.restartPolicy ?? 'Always') === 'Always';
  return phase === 'Running' && runsOn && isReady
    ? healthOf('Healthy', message)
    : healthOf('Progressing', message);
}
