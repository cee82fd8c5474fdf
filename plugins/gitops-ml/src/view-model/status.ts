/** The states that a thing can be shown in; their looks are in `StatusWord`. */
export type Status =
  | 'healthy'
  | 'progressing'
  | 'paused'
  | 'degraded'
  | 'failed'
  | 'unknown'
  | 'absent'
  | 'stale';

/** A state in the words of what it is about, and why. */
export interface DescribedStatus {
  status: Status;
  word: string;
  reason?: string;
}
