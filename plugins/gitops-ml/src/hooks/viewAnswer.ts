import { describeViewError } from '../view-model/describeViewError';

/** What all answers of the back end have that a page can follow live. */
export interface LiveAnswer {
  /** Of one entity. */
  topic?: string;
  /** Of many. */
  topics?: readonly string[];
  index?: { status: string };
}

/** The state behind a live view; `question` is the identity of what was asked. */
export interface ViewAnswer<T> {
  question?: unknown;
  value?: T;
  error?: Error;
}

/** Takes a value in; an equal one keeps its identity, so that nothing is drawn again. */
export function acceptValue<T>(
  before: ViewAnswer<T>,
  question: unknown,
  value: T,
): ViewAnswer<T> {
  const same =
    before.value !== undefined &&
    JSON.stringify(before.value) === JSON.stringify(value);
  return { question, value: same ? before.value : value };
}

/**
 * Keeps the last value of the same question beside a failure. A refusal (not
 * allowed any more, not bound any more) takes it away.
 */
export function acceptError<T>(
  before: ViewAnswer<T>,
  question: unknown,
  error: Error,
): ViewAnswer<T> {
  const keeps =
    before.question === question && describeViewError(error).kind === 'failed';
  return { question, error, value: keeps ? before.value : undefined };
}
