import { parse, TomlError } from 'smol-toml';
import { Json } from '../reading/Json';

/** TOML as JSON: dates as written, integers beyond 2^53 by their digits. */
export function parseTomlValues(
  text: string,
): { value: Json } | { reason: string; line?: number; column?: number } {
  try {
    return { value: toJson(parse(text, { integersAsBigInt: 'asNeeded' })) };
  } catch (error) {
    if (!(error instanceof TomlError)) {
      return { reason: error instanceof Error ? error.message : 'no TOML' };
    }
    const [first] = error.message.split('\n');
    const reason = first.replace(/^Invalid TOML document: /, '');
    return { reason, line: error.line, column: error.column };
  }
}

function toJson(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : String(value);
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toJson);
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([key, item]) => [key, toJson(item)]),
  );
}
