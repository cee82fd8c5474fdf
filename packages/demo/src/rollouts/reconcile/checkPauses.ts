import { Condition, RolloutStatus } from '../contract';
import { createCondition, findCondition, setCondition } from './conditions';
import { describePhase } from './describePhase';
import { Pass } from './Pass';

const createProgress = (reason: string, message: string, now: number) =>
  createCondition('Progressing', 'Unknown', reason, message, now);

function findProgress(pass: Pass, isPaused: boolean): Condition | undefined {
  const { status, now } = pass;
  const reason = findCondition(status, 'Progressing')?.reason;
  if (reason === 'RolloutAborted') {
    return status.abort
      ? undefined
      : createProgress('RolloutRetry', 'Retrying Rollout after abort', now);
  }
  if (isPaused === (reason === 'RolloutPaused') || pass.isFullyPromoted) {
    return undefined;
  }
  return isPaused
    ? createProgress('RolloutPaused', 'Rollout is paused', now)
    : createProgress('RolloutResumed', 'Rollout is resumed', now);
}

function findPaused(pass: Pass, isPaused: boolean): Condition | undefined {
  const { status, now } = pass;
  const wasPaused = findCondition(status, 'Paused')?.status === 'True';
  const wasAborted =
    findCondition(status, 'Progressing')?.reason === 'RolloutAborted';
  if (isPaused === wasPaused || wasAborted) return undefined;
  const value = isPaused ? 'True' : 'False';
  const [reason, message] = ['RolloutPaused', 'Rollout is paused'];
  return createCondition('Paused', value, reason, message, now);
}

/**
 * The status with the conditions that a pause, its end and a retry leave
 * behind; undefined where it has them already.
 * Source: rollout/sync.go `checkPausedConditions`.
 */
export function checkPauses(pass: Pass): RolloutStatus | undefined {
  const { rollout, status } = pass;
  if (status.observedGeneration !== String(rollout.metadata.generation)) {
    return undefined;
  }
  const isPaused =
    (status.pauseConditions ?? []).length > 0 || rollout.spec.paused === true;
  const changed = [
    findProgress(pass, isPaused),
    findPaused(pass, isPaused),
  ].filter(condition => condition !== undefined);
  if (changed.length === 0) return undefined;
  const conditions = changed.reduce(setCondition, status.conditions ?? []);
  const { message: _, ...rest } = { ...status, conditions };
  return { ...rest, ...describePhase(rollout, rest) };
}
