const LONGEST_MS = 30 * 60_000;

/**
 * When a repository that failed so often in a row is looked at again by
 * schedule, in milliseconds after the last attempt: twice as long each time, up
 * to half an hour.
 */
export function nextAttempt(failures: number, refreshMs: number): number {
  if (failures === 0) return 0;
  return Math.min(refreshMs * 2 ** (failures - 1), LONGEST_MS);
}
