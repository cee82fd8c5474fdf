import { HealthInput } from './contract';
import { Health, healthOf, healthStatuses } from './Health';

type Status = NonNullable<HealthInput['status']>;

/** The health of a Rollout (Argo CD 3.2, resource_customizations/argoproj.io/Rollout/health.lua). */
export function describeRolloutHealth({
  metadata,
  spec,
  status,
}: HealthInput): Health {
  if (!status || !isObserved(metadata.generation, status)) {
    const message = 'Waiting for rollout spec update to be observed';
    return healthOf('Progressing', message);
  }
  return (
    describePhase(status) ??
    describeConditions(status) ??
    describeProgress(spec, status)
  );
}

/** A generation that is no number, or a later one, comes from releases before 0.10. */
function isObserved(generation: number | undefined, status: Status): boolean {
  const observed = Number(status.observedGeneration ?? Number.NaN);
  if (Number.isNaN(observed) || observed > (generation ?? 0)) return true;
  return observed === generation;
}

/** Since 1.0 the controller says it itself. */
function describePhase({ phase, message }: Status): Health | undefined {
  if (phase === undefined) return undefined;
  const said = phase === 'Paused' ? 'Suspended' : phase;
  const known = healthStatuses.find(status => status === said) ?? 'Unknown';
  return healthOf(known, message);
}

function describeConditions({ conditions = [] }: Status): Health | undefined {
  const stopped = ['RolloutAborted', 'ProgressDeadlineExceeded'];
  const broken = conditions.find(
    ({ type, reason = '' }) =>
      type === 'InvalidSpec' ||
      (type === 'Progressing' && stopped.includes(reason)),
  );
  return broken && healthOf('Degraded', broken.message);
}

function describeProgress(spec: HealthInput['spec'], status: Status): Health {
  if (spec.paused || status.pauseConditions?.length) {
    return healthOf('Suspended', 'Rollout is paused');
  }
  const waiting = describeWaiting(spec, status);
  return waiting ? healthOf('Progressing', waiting) : healthOf('Healthy');
}

function describeWaiting(
  { replicas: wanted = 1, strategy }: HealthInput['spec'],
  status: Status,
): string | undefined {
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  if (status.currentPodHash === undefined) {
    return 'Waiting for rollout to finish: status has not been reconciled.';
  }
  if (updatedReplicas < wanted) {
    return 'Waiting for roll out to finish: More replicas need to be updated';
  }
  if (availableReplicas < updatedReplicas) {
    return 'Waiting for roll out to finish: updated replicas are still becoming available';
  }
  if (!strategy?.canary) return undefined;
  if (replicas > updatedReplicas) {
    return 'Waiting for roll out to finish: old replicas are pending termination';
  }
  return status.stableRS === status.currentPodHash
    ? undefined
    : 'Waiting for rollout to finish steps';
}
