import { useCallback, useEffect, useState } from 'react';
import { describeViewError } from '../view-model/describeViewError';
import { pollInterval } from './pollInterval';
import { TopicInbox } from './TopicInbox';
import { useTopics } from './useTopics';
import { acceptError, acceptValue, LiveAnswer, ViewAnswer } from './viewAnswer';

/** A live answer of the back end. */
export interface EntityView<T> {
  /** The last good value. Beside an `error` it is old. */
  value: T | undefined;
  /** Of the newest attempt. */
  error: Error | undefined;
  /** The value answers an earlier question, whose successor is under way. */
  isOutdated: boolean;
  reload: () => void;
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function usePolling(reload: () => void, interval: number, answer: unknown) {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!document.hidden) reload();
    }, interval);
    return () => clearTimeout(timer);
  }, [reload, interval, answer]);

  useEffect(() => {
    const onVisible = () => {
      if (!document.hidden) reload();
    };
    window.addEventListener('online', reload);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.removeEventListener('online', reload);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [reload]);
}

/**
 * Follows an answer of the back end: asks again on a signal of its topic, when the
 * page is seen or connected again, and by polling. The old value stays until the
 * new one is here; a request that a newer one overtakes is aborted.
 *
 * @param load - its identity is the question: wrap it in `useCallback`
 */
export function useEntityView<T extends LiveAnswer>(
  load: (options: { signal: AbortSignal }) => Promise<T>,
): EntityView<T> {
  const [answer, setAnswer] = useState<ViewAnswer<T>>({});
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt(count => count + 1), []);

  const [inbox] = useState(() => new TopicInbox());

  useEffect(() => {
    const controller = new AbortController();
    const settle = (
      next: (before: ViewAnswer<T>) => ViewAnswer<T>,
      value?: T,
    ) => {
      if (controller.signal.aborted) return;
      setAnswer(next);
      if (inbox.end(value)) reload();
    };
    inbox.begin();
    load({ signal: controller.signal }).then(
      value => settle(before => acceptValue(before, load, value), value),
      reason => settle(before => acceptError(before, load, toError(reason))),
    );
    return () => controller.abort();
  }, [load, attempt, inbox, reload]);

  const hasSignals = useTopics(
    useCallback(
      topic => {
        if (inbox.hear(topic)) reload();
      },
      [inbox, reload],
    ),
  );

  usePolling(
    reload,
    pollInterval({
      signals: hasSignals,
      index: answer.value?.index?.status,
      refused:
        answer.error !== undefined &&
        describeViewError(answer.error).kind !== 'failed',
    }),
    answer,
  );

  return {
    value: answer.value,
    error: answer.error,
    isOutdated: answer.value !== undefined && answer.question !== load,
    reload,
  };
}
