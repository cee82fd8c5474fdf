/** Without signals, and while the index grows, this is how late a page may be. @internal */
export const FAST_POLL_MS = 5_000;

/** Signals are hints that can get lost (the first socket after a start does). @internal */
export const SLOW_POLL_MS = 60_000;

interface PollSituation {
  signals: boolean;
  /** The status of the answer's index; absent before the first answer. */
  index?: string;
  /** The last attempt was answered with "no" (4xx): soon asking again won't help. */
  refused: boolean;
}

/** How long to wait before the next request, in milliseconds. */
export function pollInterval(situation: PollSituation): number {
  if (situation.refused) return SLOW_POLL_MS;
  if (situation.index === 'indexing' || situation.index === 'waiting') {
    return FAST_POLL_MS;
  }
  return situation.signals ? SLOW_POLL_MS : FAST_POLL_MS;
}
