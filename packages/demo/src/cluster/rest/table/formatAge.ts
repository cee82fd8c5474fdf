const SECOND = 1000;

/** Two units, the second one only where it is not zero. */
const pair = (first: string, second: number, unit: string) =>
  second === 0 ? first : `${first}${second}${unit}`;

/** A time span with two or three significant figures (apimachinery, HumanDuration). */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / SECOND);
  const minutes = Math.trunc(seconds / 60);
  const hours = Math.trunc(minutes / 60);
  const days = Math.trunc(hours / 24);
  const years = Math.trunc(days / 365);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  if (minutes < 10) return pair(`${minutes}m`, seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return pair(`${hours}h`, minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  if (days < 8) return pair(`${days}d`, hours % 24, 'h');
  if (years < 2) return `${days}d`;
  if (years < 8) return pair(`${years}y`, days % 365, 'd');
  return `${years}y`;
}

/** How long ago a time was; `<unknown>` where there is none. */
export function formatAge(time: string, now: number): string {
  return time === '' ? '<unknown>' : formatDuration(now - Date.parse(time));
}
