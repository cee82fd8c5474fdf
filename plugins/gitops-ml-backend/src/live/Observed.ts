/**
 * What a live source said last. Beside a status other than `ok` the value is the
 * last one that was seen. Times are ISO 8601.
 */
export interface Observed<T> {
  status: 'ok' | 'not-configured' | 'unreachable' | 'forbidden';
  /** Since when this status holds. */
  since: string;
  /** Absent where nothing ever was seen. */
  value?: T;
  valueObservedAt?: string;
  message?: string;
}

/** What one look at a source gave. */
export type Look = Pick<Observed<never>, 'status' | 'message'>;

/** The observation after one more look: `since` moves only when the status does. */
export function observeLook<T>(
  previous: Observed<T>,
  { status, message }: Look,
  now: string,
): Observed<T> {
  const { message: _, ...kept } = previous;
  return {
    ...kept,
    status,
    since: previous.status === status ? previous.since : now,
    ...(message === undefined ? {} : { message }),
  };
}
