import { Condition, RolloutStatus } from '../contract';
import { createCondition, findCondition, setCondition } from './conditions';
import { describePhase } from './describePhase';
import { Pass } from './Pass';

/**
 * The conditions that a pause, its end and a retry leave behind; undefined where
 * they say so already.
 * Source: rollout/sync.go `checkPausedConditions`.
 */
export function checkPauses(pass: Pass): RolloutStatus | undefined {
  const { rollout, status, now } = pass;
  if (status.observedGeneration !== String(rollout.metadata.generation)) {
    return undefined;
  }
  const progress = findCondition(status, 'Progressing');
  const isPaused =
    (status.pauseConditions ?? []).length > 0 || rollout.spec.paused === true;
  const wasAborted = progress?.reason === 'RolloutAborted';
  const changed: Condition[] = [];

  if (
    isPaused !== (progress?.reason === 'RolloutPaused') &&
    !wasAborted &&
    !pass.isFullyPromoted
  ) {
    changed.push(
      isPaused
        ? progressing('RolloutPaused', 'Rollout is paused', now)
        : progressing('RolloutResumed', 'Rollout is resumed', now),
    );
  }
  if (!status.abort && wasAborted) {
    changed.push(
      progressing('RolloutRetry', 'Retrying Rollout after abort', now),
    );
  }
  const wasPaused = findCondition(status, 'Paused')?.status === 'True';
  if (isPaused !== wasPaused && !wasAborted) {
    const value = isPaused ? 'True' : 'False';
    changed.push(
      createCondition(
        'Paused',
        value,
        'RolloutPaused',
        'Rollout is paused',
        now,
      ),
    );
  }
  if (changed.length === 0) return undefined;
  const next = {
    ...status,
    conditions: changed.reduce(setCondition, status.conditions ?? []),
  };
  const { message: _, ...rest } = next;
  return { ...rest, ...describePhase(rollout, next) };
}

const progressing = (reason: string, message: string, now: number) =>
  createCondition('Progressing', 'Unknown', reason, message, now);
