import { Json } from '../../../reading/Json';
import { isJsonObject } from '../../../reading/isJsonObject';
import { formatGoValue } from './formatGoValue';
import { sanitizeName } from './sanitizeName';
import {
  CallError,
  TemplateError,
  UnsupportedTemplateError,
} from './TemplateError';

/** An argument; `undefined` is a key that is not there. */
type Value = Json | undefined;
type TemplateFunction = (...values: Value[]) => Value;

const kindOf = (value: Value): string => {
  if (value === undefined || value === null) return '<nil>';
  if (Array.isArray(value)) return '[]interface {}';
  if (isJsonObject(value)) return 'map[string]interface {}';
  return typeof value === 'number' ? 'float64' : typeof value;
};

function wrongType(expected: string, value: Value): TemplateError {
  return new TemplateError(
    value === undefined || value === null
      ? `invalid value; expected ${expected}`
      : `wrong type for value; expected ${expected}; got ${kindOf(value)}`,
  );
}

function text(value: Value): string {
  if (typeof value === 'string') return value;
  throw wrongType('string', value);
}

function integer(value: Value): number {
  if (Number.isInteger(value)) return Number(value);
  throw wrongType('int', value);
}

/** A function whose arguments are all texts. */
const ofTexts =
  (run: (...texts: string[]) => Value): TemplateFunction =>
  (...values) =>
    run(...values.map(text));

function isEmpty(value: Value): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (isJsonObject(value)) return Object.keys(value).length === 0;
  return value === '' || value === 0 || value === false;
}

function index(collection: Value, ...keys: Value[]): Value {
  return keys.reduce<Value>(indexOnce, collection);
}

function indexOnce(collection: Value, key: Value): Value {
  if (Array.isArray(collection)) return collection[positionIn(collection, key)];
  if (isJsonObject(collection)) {
    const name = text(key);
    return Object.hasOwn(collection, name) ? collection[name] : undefined;
  }
  throw new UnsupportedTemplateError('index of what is no list or map');
}

function positionIn(list: readonly Value[], key: Value): number {
  if (!Number.isInteger(key)) {
    throw new CallError(
      'index',
      `cannot index slice/array with type ${kindOf(key)}`,
    );
  }
  const at = Number(key);
  if (at >= 0 && at < list.length) return at;
  throw new CallError('index', `index out of range: ${at}`);
}

/** Go's `%q`. */
function quoted(value: string): string {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value)) {
    throw new UnsupportedTemplateError('quoting a control character');
  }
  return JSON.stringify(value);
}

function joined(separator: Value, list: Value): string {
  const items = Array.isArray(list) ? list : [list];
  return items
    .filter(item => !isAbsent(item))
    .map(item => formatGoValue(item))
    .join(text(separator));
}

function truncated(length: Value, value: Value): string {
  const limit = integer(length);
  const whole = text(value);
  if (limit >= 0) return whole.slice(0, limit);
  return whole.length > -limit ? whole.slice(limit) : whole;
}

/** The functions that there are, of Go's and of sprig's, by their number of arguments. */
export const templateFunctions: Record<
  string,
  { least: number; most: number; run: TemplateFunction }
> = {
  index: { least: 1, most: 9, run: index },
  trimSuffix: two((suffix, value) =>
    suffix && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  trimPrefix: two((prefix, value) =>
    value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  hasPrefix: two((prefix, value) => value.startsWith(prefix)),
  hasSuffix: two((suffix, value) => value.endsWith(suffix)),
  contains: two((part, value) => value.includes(part)),
  splitList: two((separator, value) => value.split(separator)),
  trim: one(value => value.trim()),
  lower: one(value => value.toLowerCase()),
  upper: one(value => value.toUpperCase()),
  normalize: one(sanitizeName),
  replace: {
    least: 3,
    most: 3,
    run: ofTexts((before, after, value) => value.split(before).join(after)),
  },
  default: {
    least: 1,
    most: 2,
    run: (fallback, value) => (isEmpty(value) ? fallback : value),
  },
  quote: {
    least: 1,
    most: 1,
    run: value => (isAbsent(value) ? '' : quoted(formatGoValue(value))),
  },
  squote: {
    least: 1,
    most: 1,
    run: value => (isAbsent(value) ? '' : `'${formatGoValue(value)}'`),
  },
  toString: {
    least: 1,
    most: 1,
    run: (value: Value) => (isAbsent(value) ? '<nil>' : formatGoValue(value)),
  },
  trunc: { least: 2, most: 2, run: truncated },
  join: { least: 2, most: 2, run: joined },
};

function isAbsent(value: Value): boolean {
  return value === undefined || value === null;
}

function one(run: (value: string) => Value) {
  return { least: 1, most: 1, run: ofTexts(run) };
}

function two(run: (first: string, second: string) => Value) {
  return { least: 2, most: 2, run: ofTexts(run) };
}
