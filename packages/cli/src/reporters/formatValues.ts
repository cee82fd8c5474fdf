/** What is shown where there is none, and where it is not known. */
export const NONE = '—';
export const UNKNOWN = '?';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Bytes in decimal units, as DVC and disks count them: `0 B`, `1.5 kB`, `14 MB`. */
export function formatSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.round(value * 10) / 10 >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 9.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** The first characters of a hash or commit; `.dir` is kept. */
export function shortHash(value: string): string {
  const directory = value.endsWith('.dir') ? '.dir' : '';
  const hash = directory ? value.slice(0, -directory.length) : value;
  return /^[0-9a-f]{16,}$/i.test(hash)
    ? `${hash.slice(0, 7)}${directory}`
    : value;
}

/** `2026-01-31 09:05 UTC` */
export function formatTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

const SPANS: [number, string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** Seconds in the largest unit that divides them: `2 d`, `90 min`, `0.5 s`. */
export function formatDuration(seconds: number): string {
  const span = SPANS.find(([size]) => seconds > 0 && seconds % size === 0);
  return span ? `${seconds / span[0]} ${span[1]}` : `${seconds} s`;
}
