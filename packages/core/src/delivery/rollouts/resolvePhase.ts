import { Rollout } from './Rollout';

/** The controller's word, and why. */
interface Phase {
  phase: string;
  message: string;
}

const COMPLETED = new Set(['Successful', 'Failed', 'Error', 'Inconclusive']);

/**
 * Phase and message as `kubectl argo rollouts get` prints them.
 * Source: GetRolloutPhase, utils/rollout/rolloututil.go.
 */
export function resolvePhase(rollout: Rollout): Phase {
  const { status } = rollout;
  if (!isGenerationObserved(rollout)) {
    return progressing('waiting for rollout spec update to be observed');
  }
  if (isUnpausing(rollout)) {
    return progressing('waiting for rollout to unpause');
  }
  if (!isWorkloadObserved(rollout)) {
    return progressing(
      'waiting for rollout spec update to be observed for the reference workload',
    );
  }
  return status.phase === undefined
    ? calculatePhase(rollout)
    : { phase: status.phase, message: status.message };
}

/** Has the controller seen the spec as it is now? */
export function isGenerationObserved({ metadata, status }: Rollout): boolean {
  const observed = parseInteger(status.observedGeneration);
  // A controller before 0.10 writes a hash there, which may be all digits.
  return observed === undefined || observed >= (metadata.generation ?? 0);
}

/** A promotion was asked for, and the controller has not acted on it yet. */
export function isUnpausing({ status }: Rollout): boolean {
  return status.controllerPause && status.pauses.length === 0;
}

/** Is what is wanted what is stable? */
export function isFullyPromoted({ status }: Rollout): boolean {
  return status.stableHash === status.currentHash;
}

function isWorkloadObserved(rollout: Rollout): boolean {
  if (rollout.workloadRef === undefined) return true;
  const wanted = parseInteger(
    rollout.metadata.annotations.get('rollout.argoproj.io/workload-generation'),
  );
  const seen = parseInteger(rollout.status.workloadObservedGeneration);
  return wanted === undefined || seen === undefined || wanted === seen;
}

function parseInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^[-+]?\d+$/.test(text)
    ? Number(text)
    : undefined;
}

function progressing(message: string): Phase {
  return { phase: 'Progressing', message };
}

/** For objects on which no controller of 1.0 or newer has written a phase. */
function calculatePhase(rollout: Rollout): Phase {
  return (
    findDegraded(rollout) ??
    findPause(rollout) ??
    findPendingReplicas(rollout) ??
    findPendingPromotion(rollout) ?? { phase: 'Healthy', message: '' }
  );
}

function findDegraded({ status }: Rollout): Phase | undefined {
  for (const { type, reason, message } of status.conditions) {
    if (type === 'InvalidSpec') {
      return { phase: 'Degraded', message: `${type}: ${message}` };
    }
    if (reason === 'RolloutAborted' || reason === 'ProgressDeadlineExceeded') {
      return { phase: 'Degraded', message: `${reason}: ${message}` };
    }
  }
  return undefined;
}

function findPause(rollout: Rollout): Phase | undefined {
  const { status, restartAt } = rollout;
  if (rollout.isManuallyPaused) {
    return { phase: 'Paused', message: 'manually paused' };
  }
  if (status.pauses.length > 0) {
    return { phase: 'Paused', message: status.pauses[0].reason };
  }
  const isRestarting =
    restartAt !== undefined &&
    Date.parse(restartAt) !== Date.parse(status.restartedAt ?? '');
  return isRestarting ? progressing('rollout is restarting') : undefined;
}

function findPendingReplicas({ status, desired }: Rollout): Phase | undefined {
  if (status.updated < (desired ?? 1)) {
    return progressing('more replicas need to be updated');
  }
  return status.available < status.updated
    ? progressing('updated replicas are still becoming available')
    : undefined;
}

function findPendingPromotion(rollout: Rollout): Phase | undefined {
  switch (rollout.strategy) {
    case 'blue-green':
      return findPendingCutover(rollout);
    case 'canary':
      return findPendingSteps(rollout);
    default:
      return undefined;
  }
}

function findPendingCutover(rollout: Rollout): Phase | undefined {
  const { status } = rollout;
  if (status.activeHash === '' || status.activeHash !== status.currentHash) {
    return progressing('active service cutover pending');
  }
  if (status.stableHash !== '' && isFullyPromoted(rollout)) return undefined;
  const isJudged =
    !rollout.hasPostPromotionAnalysis ||
    COMPLETED.has(status.postPromotionAnalysis ?? '');
  return progressing(
    isJudged
      ? 'waiting for post-promotion verification to complete'
      : 'waiting for analysis to complete',
  );
}

function findPendingSteps(rollout: Rollout): Phase | undefined {
  const { status, hasTrafficRouting } = rollout;
  if (!hasTrafficRouting && status.replicas > status.updated) {
    return progressing('old replicas are pending termination');
  }
  return status.stableHash === '' || !isFullyPromoted(rollout)
    ? progressing('waiting for all steps to complete')
    : undefined;
}
