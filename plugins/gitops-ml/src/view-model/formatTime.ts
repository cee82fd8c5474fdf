const STEPS: [limit: number, seconds: number, unit: string][] = [
  [60, 1, 's'],
  [3600, 60, 'min'],
  [86400, 3600, 'h'],
  [86400 * 60, 86400, 'd'],
  [86400 * 365 * 2, 86400 * 30, 'mo'],
];
const YEAR: [seconds: number, unit: string] = [86400 * 365, 'y'];

/**
 * How long ago, in one unit: `12 s ago`, `3 d ago`; `in 5 min` for a clock ahead
 * of ours. `undefined` when the text is no time.
 */
export function formatRelativeTime(
  time: string,
  now: number,
): string | undefined {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return undefined;
  const seconds = Math.round((now - at) / 1000);
  const distance = Math.abs(seconds);
  // The page's own clock ticks behind what a server has just said.
  if (distance < 2 || (seconds < 0 && distance < 60)) return 'just now';
  const step = STEPS.find(([limit]) => distance < limit);
  const [length, unit] = step ? [step[1], step[2]] : YEAR;
  const text = `${Math.floor(distance / length)} ${unit}`;
  return seconds < 0 ? `in ${text}` : `${text} ago`;
}

/** `21 Nov 2026, 10:12:33 UTC`: to the second and with its zone. */
export function formatAbsoluteTime(
  time: string,
  timeZone?: string,
): string | undefined {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return undefined;
  return new Intl.DateTimeFormat('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at);
}

/** `21 Nov`, for the axes of pictures. */
export function formatDay(time: string, timeZone?: string): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return time;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(at);
}

/** `14:20:05`, for the axes of pictures that span minutes or hours. */
export function formatClock(milliseconds: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  }).format(milliseconds);
}
