/** What a source said, and since when it says so. Times are ISO 8601. */
export interface Observation {
  status: 'ok' | 'unreachable' | 'forbidden' | 'not-configured';
  since: string;
  /** When the shown values were observed; absent where nothing ever was. */
  observedAt: string | undefined;
  message: string | undefined;
}

/**
 * The observation after one more look: `since` moves only when the status
 * changes, and what was seen before stays seen.
 */
export function observe(
  previous: Observation | undefined,
  outcome: { status: Observation['status']; message?: string },
  now: string,
): Observation {
  const { status, message } = outcome;
  return {
    status,
    since: previous?.status === status ? previous.since : now,
    observedAt: status === 'ok' ? now : previous?.observedAt,
    message,
  };
}
