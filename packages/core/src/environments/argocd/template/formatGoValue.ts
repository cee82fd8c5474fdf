import { Json } from '../../../reading/Json';
import { isJsonObject } from '../../../reading/isJsonObject';

/** A value as Go's templates print it; `undefined` is a key that is not there. */
export function formatGoValue(value: Json | undefined): string {
  if (value === undefined || value === null) return '<no value>';
  return formatInner(value);
}

function formatInner(value: Json): string {
  if (value === null) return '<nil>';
  if (typeof value === 'number') return formatGoFloat(value);
  if (Array.isArray(value)) return `[${value.map(formatInner).join(' ')}]`;
  if (isJsonObject(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries
      .map(([key, inner]) => `${key}:${formatInner(inner)}`)
      .join(' ')}]`;
  }
  return String(value);
}

/**
 * A number of a YAML file is a float64 in Go, which prints one from a million
 * on, or below 1e-4, with an exponent of two digits (strconv, 'g', shortest).
 */
function formatGoFloat(value: number): string {
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  // In this range JavaScript writes no exponent either.
  if (value === 0 || (power >= -4 && power < 6)) return String(value);
  const sign = power < 0 ? '-' : '+';
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
