import { PythonValue, text, unknown } from './PythonValue';

/** `str(value)`; `undefined` where it is not worked out here. */
export function toText(value: PythonValue): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'int':
      return String(value.value);
    case 'float':
      return formatFloat(value.value);
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    default:
      return undefined;
  }
}

/** `repr(value)` of simple values. */
function toRepresentation(value: PythonValue): string | undefined {
  if (value.kind !== 'string') return toText(value);
  const plain =
    /^[\x20-\x7e]*$/.test(value.value) && !/['\\]/.test(value.value);
  return plain ? `'${value.value}'` : undefined;
}

/** Python's shortest text of a float: exponents from 1e16 and below 1e-4. */
function formatFloat(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) return String(value);
  const [mantissa, exponent] = value.toExponential().split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.slice(1).padStart(2, '0')}`;
}

/** A value in an f-string or `format`, with Python's format specification. */
export function formatWith(
  value: PythonValue,
  conversion: string,
  spec: string | undefined,
): string | undefined {
  const plain =
    conversion === '' || conversion === 's'
      ? toText(value)
      : toRepresentation(value);
  if (!spec || plain === undefined) return plain;
  return conversion === '' ? padTo(value, plain, spec) : undefined;
}

/** `05d`, `5`, `s`: the width of numbers and texts; other formats are Python's. */
function padTo(
  value: PythonValue,
  plain: string,
  spec: string,
): string | undefined {
  const match = /^(0?)(\d{0,3})([ds]?)$/.exec(spec);
  if (!match) return undefined;
  const [, zero, width, type] = match;
  const size = Number(width || 0);
  if (value.kind === 'int')
    return type === 's' ? undefined : pad(plain, size, zero === '0');
  const isText = value.kind === 'string' && type !== 'd' && zero === '';
  return isText ? plain.padEnd(size) : undefined;
}

function pad(digits: string, width: number, zero: boolean): string {
  if (!zero) return digits.padStart(width);
  const negative = digits.startsWith('-');
  const size = negative ? width - 1 : width;
  const body = (negative ? digits.slice(1) : digits).padStart(size, '0');
  return negative ? `-${body}` : body;
}

/** `format % values`, with `%s`, `%d` and `%%`. */
export function formatPercent(
  format: string,
  values: PythonValue,
): PythonValue {
  const given = values.kind === 'tuple' ? [...values.items] : [values];
  let failure: PythonValue | undefined;
  const result = format.replace(
    /%(?:(%)|(0?)(\d{0,3})([sd])|)/g,
    (_, percent, zero, width, type) => {
      if (percent) return '%';
      const value = given.shift();
      if (value?.kind === 'unknown') failure ??= value;
      const formatted = value && formatOne(value, zero, width, type);
      if (formatted === undefined) failure ??= unknown('a % format');
      return formatted ?? '';
    },
  );
  if (given.length > 0) failure ??= unknown('a % format');
  return failure ?? text(result);
}

function formatOne(
  value: PythonValue,
  zero: string,
  width: string,
  type: string | undefined,
): string | undefined {
  if (type === undefined) return undefined;
  if (type === 'd' && value.kind !== 'int') return undefined;
  const plain = toText(value);
  return plain === undefined
    ? undefined
    : pad(plain, Number(width || 0), zero === '0' && type === 'd');
}

/** What a value is that no constant can say; `undefined` for constants. */
export function describeValue(value: PythonValue): string | undefined {
  switch (value.kind) {
    case 'unknown':
      return value.what;
    case 'library':
      return value.path;
    case 'function':
      return `the function ${value.name}`;
    case 'class':
      return `the class ${value.name}`;
    case 'module':
      return `the module ${value.module}`;
    default:
      return undefined;
  }
}
