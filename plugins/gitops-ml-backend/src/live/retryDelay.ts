const LONGEST_MS = 30_000;

/**
 * The pause after so many failures in a row, in milliseconds: twice as long each
 * time, up to half a minute, give or take a fifth, so that many do not come back
 * to a server at one moment.
 */
export function retryDelay(
  failures: number,
  firstMs: number,
  random: () => number = Math.random,
): number {
  const steps = Math.max(0, Math.min(failures - 1, 20));
  const delay = Math.min(firstMs * 2 ** steps, LONGEST_MS);
  return delay * (0.8 + 0.4 * random());
}
