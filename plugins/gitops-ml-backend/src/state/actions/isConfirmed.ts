import { Delivery, DeliveryActionId } from '@gitops-ml/core';

/** GetRolloutPhase, utils/rollout/rolloututil.go of argo-rollouts. */
const UNPAUSING = 'waiting for rollout to unpause';

const isFinished = ({ step }: Delivery) =>
  step !== undefined && step.index >= step.count;

/** Does a workload's own new state show that an action took effect? */
export function isConfirmed(
  action: DeliveryActionId,
  before: Delivery,
  after: Delivery,
): boolean {
  switch (action) {
    case 'abort':
      return after.aborted && after.phase === 'Degraded';
    case 'retry':
      return !after.aborted && after.phase !== 'Degraded';
    case 'pause':
      return after.phase === 'Paused';
    case 'promote':
      return isFurther(before, after);
    case 'promote-full':
      return after.phase === 'Healthy' || isFinished(after);
    default:
      return action satisfies never;
  }
}

function isFurther(before: Delivery, after: Delivery): boolean {
  // So it stands from our own patch on, until the controller has seen it.
  if (after.message === UNPAUSING) return false;
  if (after.phase === 'Healthy' || isFinished(after)) return true;
  if (before.step && after.step && after.step.index > before.step.index) {
    return true;
  }
  return before.phase === 'Paused' && after.paused === undefined;
}
