import { formatCount } from './formatBytes';

const UNITS: [seconds: number, unit: string][] = [
  [86400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A length of time in at most two units: `1 d 12 h`. Fractions of seconds stay. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const parts: string[] = [];
  let rest = seconds;
  for (const [length, unit] of UNITS) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${formatCount(count)} ${unit}`);
    rest -= count * length;
  }
  return parts.slice(0, 2).join(' ');
}
