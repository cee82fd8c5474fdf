import { formatPercent } from './formatValue';
import { isSequence, iterate, keyOf, truthOf } from './inspectValue';
import {
  bool,
  list,
  PythonValue,
  text,
  unknown,
  UnknownValue,
  ValueOf,
} from './PythonValue';

/** Longest text and list that constant folding builds. */
export const LARGEST_VALUE = 65_536;

type Number = ValueOf<'int'> | ValueOf<'float'>;

/** `left operator right`; unknown where it is not worked out here. */
export function operateValues(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue {
  if (left.kind === 'unknown') return left;
  if (operator === '%' && left.kind === 'string')
    return formatPercent(left.value, right);
  if (right.kind === 'unknown') return right;
  const result =
    operateNumbers(operator, left, right) ??
    operateDurations(operator, left, right) ??
    concatenate(operator, left, right) ??
    repeat(operator, left, right) ??
    mergeDicts(operator, left, right);
  return result ?? unknown(`an operation (${operator})`);
}

function asNumber(value: PythonValue): Number | undefined {
  if (value.kind === 'bool') return { kind: 'int', value: Number(value.value) };
  return value.kind === 'int' || value.kind === 'float' ? value : undefined;
}

function operateNumbers(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue | undefined {
  const a = asNumber(left);
  const b = asNumber(right);
  if (!a || !b) return undefined;
  const value = calculate(operator, a.value, b.value);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const isFloat = operator === '/' || a.kind === 'float' || b.kind === 'float';
  // Powers of floats are as exact as the platform's library.
  if (isFloat && operator === '**') return undefined;
  if (isFloat) return { kind: 'float', value };
  return Number.isSafeInteger(value) ? { kind: 'int', value } : undefined;
}

function calculate(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '//':
      return b === 0 ? undefined : Math.floor(a / b);
    case '%':
      return b === 0 ? undefined : a - b * Math.floor(a / b);
    case '**':
      return b < 0 ? undefined : a ** b;
    default:
      return undefined;
  }
}

function operateDurations(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue | undefined {
  const microseconds = calculateDuration(operator, left, right);
  return microseconds === undefined || !Number.isFinite(microseconds)
    ? undefined
    : { kind: 'timedelta', microseconds: Math.round(microseconds) };
}

function calculateDuration(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): number | undefined {
  if (left.kind !== 'timedelta') {
    return right.kind === 'timedelta' && operator === '*'
      ? scaleDuration('*', right.microseconds, asNumber(left))
      : undefined;
  }
  if (right.kind !== 'timedelta')
    return scaleDuration(operator, left.microseconds, asNumber(right));
  const sign = { '+': 1, '-': -1 }[operator];
  return sign && left.microseconds + sign * right.microseconds;
}

function scaleDuration(
  operator: string,
  microseconds: number,
  by: Number | undefined,
): number | undefined {
  if (by === undefined) return undefined;
  if (operator === '*') return microseconds * by.value;
  return operator === '/' ? microseconds / by.value : undefined;
}

function concatenate(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue | undefined {
  if (operator !== '+') return undefined;
  if (left.kind === 'string' && right.kind === 'string')
    return shortText(left.value + right.value);
  if (left.kind === 'tuple' && right.kind === 'tuple')
    return shortTuple([...left.items, ...right.items]);
  return left.kind === 'list' && right.kind === 'list'
    ? shortList([...left.items, ...right.items], left.doubt ?? right.doubt)
    : undefined;
}

function repeat(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue | undefined {
  if (operator !== '*') return undefined;
  if (left.kind === 'int') return repeatTimes(right, left.value);
  return right.kind === 'int' ? repeatTimes(left, right.value) : undefined;
}

function repeatTimes(
  value: PythonValue,
  times: number,
): PythonValue | undefined {
  const count = Math.max(0, times);
  const size = value.kind === 'string' ? value.value.length : sizeOf(value);
  if (size === undefined || size * count > LARGEST_VALUE) return undefined;
  if (value.kind === 'string') return text(value.value.repeat(count));
  if (!isSequence(value)) return undefined;
  const items = Array.from({ length: count }, () => value.items).flat();
  return value.kind === 'tuple'
    ? shortTuple(items)
    : shortList(items, value.doubt);
}

function sizeOf(value: PythonValue): number | undefined {
  // At least 1, so that repeating nothing is bounded too.
  return isSequence(value) ? Math.max(1, value.items.length) : undefined;
}

function shortText(value: string): PythonValue | undefined {
  return value.length > LARGEST_VALUE ? undefined : text(value);
}

function shortTuple(items: PythonValue[]): PythonValue | undefined {
  return items.length > LARGEST_VALUE ? undefined : { kind: 'tuple', items };
}

function shortList(
  items: PythonValue[],
  doubt: UnknownValue | undefined,
): PythonValue | undefined {
  return items.length > LARGEST_VALUE ? undefined : { ...list(items), doubt };
}

function mergeDicts(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue | undefined {
  if (operator !== '|' || left.kind !== 'dict' || right.kind !== 'dict')
    return undefined;
  return {
    kind: 'dict',
    entries: new Map([...left.entries, ...right.entries]),
    doubt: left.doubt ?? right.doubt,
  };
}

/** `left operator right` of a comparison; `undefined` where it is not known. */
export function compareValues(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): boolean | undefined {
  switch (operator) {
    case '==':
    case 'is':
      return equalValues(left, right);
    case '!=':
    case '<>':
    case 'is not':
      return negate(equalValues(left, right));
    case 'in':
      return containsValue(right, left);
    case 'not in':
      return negate(containsValue(right, left));
    default:
      return orderValues(operator, left, right);
  }
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function equalValues(
  left: PythonValue,
  right: PythonValue,
): boolean | undefined {
  const a = keyOf(left);
  const b = keyOf(right);
  return a === undefined || b === undefined ? undefined : a === b;
}

function containsValue(
  container: PythonValue,
  value: PythonValue,
): boolean | undefined {
  if (container.kind === 'string' && value.kind === 'string')
    return container.value.includes(value.value);
  const key = keyOf(value);
  const keys = keysOf(container);
  return key === undefined ? undefined : keys?.has(key);
}

/** The keys of what a container holds, where all of them are known. */
function keysOf(container: PythonValue): Set<string> | undefined {
  if (container.kind === 'dict')
    return container.doubt ? undefined : new Set(container.entries.keys());
  const items =
    container.kind === 'set' && !container.doubt
      ? container.items
      : isSequence(container) && iterate(container);
  if (!items) return undefined;
  const keys = items.flatMap(item => keyOf(item) ?? []);
  return keys.length === items.length ? new Set(keys) : undefined;
}

function orderValues(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): boolean | undefined {
  const a = left.kind === 'string' ? left.value : asNumber(left)?.value;
  const b = right.kind === 'string' ? right.value : asNumber(right)?.value;
  if (a === undefined || b === undefined || typeof a !== typeof b)
    return undefined;
  switch (operator) {
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

/** `-value`, `not value`. */
export function operateUnary(
  operator: string,
  value: PythonValue,
): PythonValue {
  if (value.kind === 'unknown') return value;
  if (operator === 'not') {
    const truth = truthOf(value);
    return truth === undefined ? unknown('a condition') : bool(!truth);
  }
  const number = asNumber(value);
  if (number && operator === '-') return { ...number, value: -number.value };
  if (number && operator === '+') return number;
  if (value.kind === 'timedelta' && operator === '-')
    return { kind: 'timedelta', microseconds: -value.microseconds };
  return unknown(`an operation (${operator})`);
}
