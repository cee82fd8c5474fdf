import { Rollout, RolloutStatus } from '../contract';

interface Described {
  phase: 'Degraded' | 'Paused' | 'Progressing' | 'Healthy';
  message?: string;
}

const progressing = (message: string): Described => ({
  phase: 'Progressing',
  message,
});

function describeProgress(
  { spec }: Pick<Rollout, 'spec'>,
  status: RolloutStatus,
): Described {
  const { updatedReplicas = 0, availableReplicas = 0, replicas = 0 } = status;
  if (updatedReplicas < (spec.replicas ?? 1)) {
    return progressing('more replicas need to be updated');
  }
  if (availableReplicas < updatedReplicas) {
    return progressing('updated replicas are still becoming available');
  }
  if (!spec.strategy.canary.trafficRouting && replicas > updatedReplicas) {
    return progressing('old replicas are pending termination');
  }
  if (!status.stableRS || status.stableRS !== status.currentPodHash) {
    return progressing('waiting for all steps to complete');
  }
  return { phase: 'Healthy' };
}

/**
 * The phase of a Rollout and why it is in it.
 * Source: utils/rollout/rolloututil.go `CalculateRolloutPhase`.
 */
export function describePhase(
  rollout: Pick<Rollout, 'spec'>,
  status: RolloutStatus,
): Described {
  const failed = status.conditions?.find(({ reason }) =>
    ['RolloutAborted', 'ProgressDeadlineExceeded'].includes(reason),
  );
  if (failed) {
    return {
      phase: 'Degraded',
      message: `${failed.reason}: ${failed.message}`,
    };
  }
  if (rollout.spec.paused) {
    return { phase: 'Paused', message: 'manually paused' };
  }
  const [pause] = status.pauseConditions ?? [];
  if (pause) return { phase: 'Paused', message: pause.reason };
  return describeProgress(rollout, status);
}
