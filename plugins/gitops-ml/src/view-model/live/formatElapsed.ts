import { formatDuration } from '../formatDuration';

/** How long something has held: `14 min`; `undefined` where nobody saw it begin. */
export function formatElapsed(
  since: string | undefined,
  now: number,
): string | undefined {
  if (since === undefined) return undefined;
  const seconds = Math.floor((now - Date.parse(since)) / 1000);
  if (Number.isNaN(seconds)) return undefined;
  if (seconds < 60) return formatDuration(Math.max(0, seconds));
  return formatDuration(seconds - (seconds % 60));
}
