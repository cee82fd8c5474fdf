import { formatTime } from '../../../clock/Clock';
import { isCompleted, OperationState, Retry } from './contract';
import { formatKitchen, mayRetry, readRetryDelay } from './retry';

/**
 * An operation after a step: one that failed waits for its next attempt, or
 * ends (processRequestedAppOperation). A retry waits as phase Running with a
 * time of finishing.
 */
export function finishStep(state: OperationState, now: number): OperationState {
  const { phase, retryCount = 0, operation, message = '' } = state;
  if (!isCompleted(phase)) return state;
  const finishedAt = formatTime(now);
  if (phase === 'Succeeded') return { ...state, finishedAt };
  if (mayRetry(operation.retry, retryCount)) {
    const retryAt = now + readRetryDelay(operation.retry, retryCount);
    const attempt = retryCount + 1;
    return {
      ...state,
      phase: 'Running',
      finishedAt,
      retryCount: attempt,
      message: `${message}. Retrying attempt #${attempt} at ${formatKitchen(
        retryAt,
      )}.`,
    };
  }
  return {
    ...state,
    finishedAt,
    ...(retryCount > 0 && {
      message: `${message} (retried ${retryCount} times).`,
    }),
  };
}

/** Milliseconds until a waiting operation is tried again; nothing where none waits. */
export function readRetryWait(
  { phase, finishedAt, retryCount = 1, operation }: OperationState,
  now: number,
): number | undefined {
  if (phase !== 'Running' || finishedAt === undefined) return undefined;
  const delay = readRetryDelay(operation.retry, retryCount - 1);
  return Math.max(0, Date.parse(finishedAt) + delay - now);
}

/** An operation that begins its next attempt; with `refresh` at the newest commit. */
export function beginRetry(state: OperationState): OperationState {
  const { finishedAt: _finished, syncResult: _result, ...kept } = state;
  const { refresh }: Retry = state.operation.retry;
  const { revision: _revision, ...sync } = state.operation.sync;
  const words = refresh ? ' with latest revisions' : '';
  return {
    ...kept,
    operation: refresh ? { ...state.operation, sync } : state.operation,
    message: `Retrying operation${words}. Attempt #${state.retryCount ?? 1}`,
  };
}
