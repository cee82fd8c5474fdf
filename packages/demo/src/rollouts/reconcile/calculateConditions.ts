import { Condition, RolloutStatus } from '../contract';
import {
  createCondition,
  findCondition,
  setCondition,
  withoutCondition,
} from './conditions';
import { availableOf, Pass, revisionOf, sum } from './Pass';

type Conditions = Condition[];

const DEFAULT_DEADLINE_SECONDS = 600;

const isPromoted = (status: RolloutStatus) =>
  status.stableRS !== undefined && status.stableRS === status.currentPodHash;

/** Source: utils/conditions/conditions.go `RolloutHealthy`. */
function isHealthy(
  { rollout, status, steps, replicas }: Pass,
  next: RolloutStatus,
) {
  return (
    next.updatedReplicas === replicas &&
    next.availableReplicas === replicas &&
    status.observedGeneration === String(rollout.metadata.generation) &&
    (steps.length === 0 || next.currentStepIndex === steps.length) &&
    isPromoted(next) &&
    next.replicas === replicas
  );
}

const oldOf = ({ replicas = 0, updatedReplicas = 0 }: RolloutStatus) =>
  replicas - updatedReplicas;

/** Source: utils/conditions/conditions.go `RolloutProgressing`. */
function hasProgressed(before: RolloutStatus, next: RolloutStatus): boolean {
  return (
    (next.updatedReplicas ?? 0) !== (before.updatedReplicas ?? 0) ||
    oldOf(next) < oldOf(before) ||
    (next.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (next.availableReplicas ?? 0) > (before.availableReplicas ?? 0) ||
    next.stableRS !== before.stableRS ||
    next.currentStepHash !== before.currentStepHash ||
    (next.currentStepIndex !== undefined &&
      before.currentStepIndex !== undefined &&
      next.currentStepIndex !== before.currentStepIndex)
  );
}

const deadlineSeconds = ({ rollout }: Pass) =>
  rollout.spec.progressDeadlineSeconds ?? DEFAULT_DEADLINE_SECONDS;

/** When to look again whether an update that stands still has taken too long. */
export function findDeadline(
  pass: Pass,
  next: RolloutStatus,
): number | undefined {
  const progress = findCondition(next, 'Progressing');
  if (next.phase !== 'Progressing' || !progress) return undefined;
  const end = (deadlineSeconds(pass) + 1) * 1000;
  const at = Date.parse(progress.lastUpdateTime) + end;
  return at > pass.now ? at : undefined;
}

function hasTimedOut(pass: Pass): boolean {
  const { status, step, now } = pass;
  const progress = findCondition(status, 'Progressing');
  const isOpenEnded =
    (step !== undefined && !('setWeight' in step)) ||
    findCondition(status, 'Paused')?.status === 'True';
  if (!progress || isOpenEnded) return false;
  if (['RolloutAborted', 'RolloutPaused'].includes(progress.reason))
    return false;
  return (
    Date.parse(progress.lastUpdateTime) + deadlineSeconds(pass) * 1000 < now
  );
}

function setProgress(
  pass: Pass,
  next: RolloutStatus,
  conditions: Conditions,
  becameUnhealthy: boolean,
): Conditions {
  const { name } = pass.current.metadata;
  const progress = (
    status: Condition['status'],
    reason: string,
    message: string,
  ) => createCondition('Progressing', status, reason, message, pass.now);
  if (isHealthy(pass, next)) {
    const message = `ReplicaSet "${name}" has successfully progressed.`;
    return setCondition(
      conditions,
      progress('True', 'NewReplicaSetAvailable', message),
    );
  }
  if (hasProgressed(pass.status, next) || becameUnhealthy) {
    const made =
      isPromoted(next) && becameUnhealthy
        ? progress(
            'True',
            'ReplicaSetNotAvailable',
            'Rollout does not have minimum availability',
          )
        : progress(
            'True',
            'ReplicaSetUpdated',
            `ReplicaSet "${name}" is progressing.`,
          );
    const before = findCondition(pass.status, 'Progressing');
    const kept =
      before?.status === 'True'
        ? { lastTransitionTime: before.lastTransitionTime }
        : {};
    // Replaced even when equal: its time of update is what the deadline counts from.
    return [
      ...withoutCondition(conditions, 'Progressing'),
      { ...made, ...kept },
    ];
  }
  if (!hasTimedOut(pass)) return conditions;
  return setCondition(
    conditions,
    progress(
      'False',
      'ProgressDeadlineExceeded',
      `ReplicaSet "${name}" has timed out progressing.`,
    ),
  );
}

function describeAbort(pass: Pass, message: string | undefined): string {
  const revision = revisionOf(pass.rollout);
  const aborted = `Rollout aborted update to revision ${revision}`;
  return message ? `${aborted}: ${message}` : aborted;
}

/**
 * The conditions of a status that is complete but for them and the phase.
 * Source: rollout/sync.go `calculateRolloutConditions`.
 */
export function calculateConditions(
  pass: Pass,
  next: RolloutStatus,
  abort: { isAborted: boolean; message: string | undefined },
): Conditions {
  const { status, now } = pass;
  let conditions: Conditions = [
    ...withoutCondition(status.conditions ?? [], 'InvalidSpec'),
  ];
  const add = (
    type: string,
    value: boolean,
    reason: string,
    message: string,
  ) => {
    const text = value ? 'True' : 'False';
    const condition = createCondition(type, text, reason, message, now);
    const before = conditions;
    conditions = setCondition(conditions, condition);
    return conditions.some(each => !before.includes(each));
  };
  const isPaused =
    (next.pauseConditions ?? []).length > 0 ||
    pass.rollout.spec.paused === true;
  let becameUnhealthy = false;
  if (!isPaused && isHealthy(pass, next)) {
    add('Healthy', true, 'RolloutHealthy', 'Rollout is healthy');
  } else if (findCondition(status, 'Healthy')) {
    becameUnhealthy = add(
      'Healthy',
      false,
      'RolloutHealthy',
      'Rollout is not healthy',
    );
  }
  if (abort.isAborted) {
    const message = describeAbort(pass, abort.message);
    add('Progressing', false, 'RolloutAborted', message);
  } else {
    conditions = setProgress(pass, next, conditions, becameUnhealthy);
  }
  const isAvailable = sum(pass.all, availableOf) >= pass.replicas;
  add(
    'Available',
    isAvailable,
    'AvailableReason',
    isAvailable
      ? 'Rollout has minimum availability'
      : 'Rollout does not have minimum availability',
  );
  add('Completed', isPromoted(next), 'RolloutCompleted', 'RolloutCompleted');
  return conditions;
}
