import { formatPercent } from './formatValue';
import { isSequence, keyOf, truthOf } from './inspectValue';
import { bool, list, PythonValue, text, unknown, ValueOf } from './PythonValue';

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
  const a = left.kind === 'timedelta' ? left.microseconds : undefined;
  const b = right.kind === 'timedelta' ? right.microseconds : undefined;
  const by = asNumber(a === undefined ? left : right)?.value;
  let microseconds: number | undefined;
  if (a !== undefined && b !== undefined) {
    if (operator === '+') microseconds = a + b;
    if (operator === '-') microseconds = a - b;
  } else if (by !== undefined && (a ?? b) !== undefined) {
    if (operator === '*') microseconds = (a ?? b ?? 0) * by;
    if (operator === '/' && a !== undefined && by !== 0) microseconds = a / by;
  }
  return microseconds === undefined
    ? undefined
    : { kind: 'timedelta', microseconds: Math.round(microseconds) };
}

function concatenate(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue | undefined {
  if (operator !== '+') return undefined;
  if (left.kind === 'string' && right.kind === 'string') {
    return left.value.length + right.value.length > LARGEST_VALUE
      ? undefined
      : text(left.value + right.value);
  }
  if (!isSequence(left) || left.kind !== right.kind) return undefined;
  const items = [...left.items, ...right.items];
  if (items.length > LARGEST_VALUE) return undefined;
  if (left.kind === 'tuple') return { kind: 'tuple', items };
  const doubt = left.doubt ?? (right.kind === 'list' ? right.doubt : undefined);
  return { ...list(items), doubt };
}

function repeat(
  operator: string,
  left: PythonValue,
  right: PythonValue,
): PythonValue | undefined {
  if (operator !== '*') return undefined;
  const times = left.kind === 'int' ? left.value : undefined;
  if (times !== undefined && right.kind !== 'int')
    return repeat(operator, right, left);
  if (right.kind !== 'int') return undefined;
  const count = Math.max(0, right.value);
  const tooLong = (length: number) => length * count > LARGEST_VALUE;
  if (left.kind === 'string')
    return tooLong(left.value.length)
      ? undefined
      : text(left.value.repeat(count));
  if (!isSequence(left) || tooLong(left.items.length)) return undefined;
  const items = Array.from({ length: count }, () => left.items).flat();
  return left.kind === 'tuple'
    ? { kind: 'tuple', items }
    : { ...list(items), doubt: left.doubt };
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
  if (key === undefined) return undefined;
  if (container.kind === 'dict')
    return container.doubt ? undefined : container.entries.has(key);
  if (!isSequence(container) && container.kind !== 'set') return undefined;
  const keys = container.items.map(keyOf);
  const certain = container.kind === 'tuple' || !container.doubt;
  if (!certain || keys.includes(undefined)) return undefined;
  return keys.includes(key);
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
