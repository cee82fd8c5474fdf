import { arrayOf, setOf } from '../values/FeatureType';
import { toText } from '../values/formatValue';
import { iterate, toSet, truthOf } from '../values/inspectValue';
import { LARGEST_VALUE } from '../values/operateValues';
import {
  bool,
  CallArguments,
  list,
  PythonValue,
  text,
} from '../values/PythonValue';
import { callDuration } from './callDuration';

type Callable = (given: CallArguments) => PythonValue | undefined;

/** Functions of libraries whose result can be known. */
const CALLS: Record<string, Callable> = {
  'datetime.timedelta': callDuration,
  'google.protobuf.duration_pb2.Duration': callDuration,
  'feast.types.Array': given => callCollection(given, arrayOf),
  'feast.types.Set': given => callCollection(given, setOf),
  'feast.types.Struct': () => ({
    kind: 'feature-type',
    type: { form: 'struct', valueType: 'STRUCT' },
  }),
  'os.path.join': joinPath,
  'builtins.globals': () => ({ kind: 'globals' }),
  'builtins.len': given => {
    const items = onlyItems(given);
    return items && { kind: 'int', value: items.length };
  },
  'builtins.range': callRange,
  'builtins.list': given => {
    const items = given.positional.length === 0 ? [] : onlyItems(given);
    return items && list([...items]);
  },
  'builtins.tuple': given => {
    const items = given.positional.length === 0 ? [] : onlyItems(given);
    return items && { kind: 'tuple', items };
  },
  'builtins.set': given => {
    const items = given.positional.length === 0 ? [] : onlyItems(given);
    return items && toSet(items);
  },
  'builtins.str': given => {
    const converted = given.positional.map(toText);
    return converted.length === 1 && converted[0] !== undefined
      ? text(converted[0])
      : undefined;
  },
  'builtins.int': callInt,
  'builtins.bool': given => {
    const truth = given.positional.map(truthOf)[0];
    return truth === undefined ? undefined : bool(truth);
  },
  'builtins.dict': callDict,
  'builtins.enumerate': given => {
    const items = onlyItems(given);
    return items && list(items.map((item, index) => pair(index, item)));
  },
  'builtins.zip': callZip,
  'builtins.sorted': callSorted,
};

/** Calls a library's function; `undefined` where its result is not known here. */
export function callLibrary(
  path: string,
  given: CallArguments,
): PythonValue | undefined {
  const call = Object.hasOwn(CALLS, path) ? CALLS[path] : undefined;
  if (!call || given.open) return undefined;
  return call(given);
}

const READING_LIBRARIES = new Set([
  'collections',
  'datetime',
  'feast',
  'functools',
  'itertools',
  'json',
  'logging',
  'math',
  'numpy',
  'os',
  'pandas',
  'pathlib',
  'typing',
  'warnings',
]);

/** Does the function leave its arguments as they are? */
export function isHarmless(path: string): boolean {
  const [library, name] = path.split('.');
  return library === 'builtins'
    ? name !== 'setattr'
    : READING_LIBRARIES.has(library);
}

function onlyItems(given: CallArguments): PythonValue[] | undefined {
  return given.positional.length === 1 && given.named.size === 0
    ? iterate(given.positional[0])
    : undefined;
}

function callCollection(
  given: CallArguments,
  make: typeof arrayOf,
): PythonValue | undefined {
  const base = given.positional[0] ?? given.named.get('base_type');
  return base?.kind === 'feature-type'
    ? { kind: 'feature-type', type: make(base.type) }
    : undefined;
}

function joinPath(given: CallArguments): PythonValue | undefined {
  let path = '';
  for (const part of given.positional) {
    if (part.kind !== 'string') return undefined;
    if (part.value.startsWith('/') || path === '') path = part.value;
    else path += (path.endsWith('/') ? '' : '/') + part.value;
  }
  return text(path);
}

function callRange(given: CallArguments): PythonValue | undefined {
  const numbers = given.positional.map(value =>
    value.kind === 'int' ? value.value : undefined,
  );
  if (numbers.length === 0 || numbers.includes(undefined)) return undefined;
  const [first = 0, second, step = 1] = numbers;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((to - from) / step));
  if (step === 0 || !(length <= LARGEST_VALUE)) return undefined;
  return list(
    Array.from({ length }, (_, index) => ({
      kind: 'int',
      value: from + index * step,
    })),
  );
}

function callInt(given: CallArguments): PythonValue | undefined {
  const [value] = given.positional;
  if (given.positional.length !== 1) return undefined;
  if (value.kind === 'int') return value;
  if (value.kind === 'float')
    return { kind: 'int', value: Math.trunc(value.value) };
  return value.kind === 'string' && /^\s*[-+]?\d{1,15}\s*$/.test(value.value)
    ? { kind: 'int', value: Number(value.value) }
    : undefined;
}

function callDict(given: CallArguments): PythonValue | undefined {
  const [base] = given.positional;
  if (given.positional.length > 1 || (base && base.kind !== 'dict'))
    return undefined;
  const entries = new Map(base?.entries);
  given.named.forEach((value, name) =>
    entries.set(`s ${name}`, { key: text(name), value }),
  );
  return { kind: 'dict', entries, doubt: base?.doubt };
}

function pair(index: number, item: PythonValue): PythonValue {
  return { kind: 'tuple', items: [{ kind: 'int', value: index }, item] };
}

function callZip(given: CallArguments): PythonValue | undefined {
  const columns = given.positional.map(iterate);
  if (columns.length === 0 || given.named.size > 0) return undefined;
  const known = columns.filter(column => column !== undefined);
  if (known.length < columns.length) return undefined;
  const length = Math.min(...known.map(column => column.length));
  return list(
    Array.from({ length }, (_, index) => ({
      kind: 'tuple',
      items: known.map(column => column[index]),
    })),
  );
}

/** Sorted texts or numbers; the sorting of anything else is left to Python. */
function callSorted(given: CallArguments): PythonValue | undefined {
  const [value] = given.positional;
  const items =
    value?.kind === 'set' && !value.doubt ? value.items : onlyItems(given);
  if (!items || given.named.size > 0) return undefined;
  const texts = items.flatMap(item =>
    item.kind === 'string' ? item.value : [],
  );
  if (texts.length !== items.length) return undefined;
  return list(texts.sort(byCodePoint).map(text));
}

function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const at = left.findIndex((letter, index) => letter !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at].codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
