/**
 * Time as a controller sees it: the machine's, or a test's that stands still
 * until it is advanced.
 */
export interface Clock {
  /** Milliseconds of the Unix time. */
  now(): number;
  /** Runs once after `delayMs`. @returns takes the timer back */
  setTimer(delayMs: number, run: () => void): () => void;
}

/** A time as Kubernetes writes it: whole seconds, UTC. */
export function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
