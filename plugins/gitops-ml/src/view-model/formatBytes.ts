const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Bytes for people, in powers of 1000 and three digits: `1.24 GB`. */
export function formatBytes(bytes: number): string {
  let value = Math.abs(bytes);
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const text =
    unit === 0 ? String(value) : String(Number(value.toPrecision(3)));
  return `${bytes < 0 ? '−' : ''}${text} ${UNITS[unit]}`;
}

/** All digits, for tooltips: `1,236,540,112 bytes`. */
export function formatExactBytes(bytes: number): string {
  return `${formatCount(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
}

/** A count with separators: `12,400`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-US').format(count);
}
