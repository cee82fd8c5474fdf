import { formatWith } from '../values/formatValue';
import { iterate, keyOf } from '../values/inspectValue';
import { LARGEST_VALUE } from '../values/operateValues';
import {
  bool,
  CallArguments,
  DictValue,
  list,
  ListValue,
  NONE,
  PythonValue,
  text,
  unknown,
} from '../values/PythonValue';
import { doubtValue } from './doubtValue';
import { extendList } from './extendList';
import { toProjection } from './evaluateSubscript';

/** Calls a method; `undefined` where its result is not known here. */
export function callMethod(
  of: PythonValue,
  name: string,
  given: CallArguments,
): PythonValue | undefined {
  switch (of.kind) {
    case 'string':
      return callTextMethod(of.value, name, given);
    case 'list':
      return callListMethod(of, name, given);
    case 'dict':
      return callDictMethod(of, name, given);
    case 'set':
      doubtValue(of, `a call of ${name}()`);
      return undefined;
    default:
      return callViewMethod(of, name, given);
  }
}

/** A view under another name, or with other join keys. */
function callViewMethod(
  of: PythonValue,
  name: string,
  given: CallArguments,
): PythonValue | undefined {
  const projection = toProjection(of);
  if (!projection) return undefined;
  if (name === 'with_join_key_map') return projection;
  if (name === 'with_name') {
    const alias = given.positional[0] ?? given.named.get('name') ?? NONE;
    return alias.kind === 'string'
      ? { ...projection, alias: alias.value }
      : { ...projection, doubt: unknown('the name of with_name()') };
  }
  return { ...projection, doubt: unknown(`a call of ${name}()`) };
}

type TextMethod = (value: string, texts: string[]) => PythonValue | undefined;

const TEXT_METHODS: Record<string, TextMethod> = {
  upper: value => text(value.toUpperCase()),
  lower: value => text(value.toLowerCase()),
  strip: (value, [set]) => (set === undefined ? text(value.trim()) : undefined),
  replace: (value, [from, to]) =>
    from === undefined || to === undefined || from === ''
      ? undefined
      : text(value.split(from).join(to)),
  startswith: (value, [start]) =>
    start === undefined ? undefined : bool(value.startsWith(start)),
  endswith: (value, [end]) =>
    end === undefined ? undefined : bool(value.endsWith(end)),
  removeprefix: (value, [start]) =>
    start === undefined || !value.startsWith(start)
      ? text(value)
      : text(value.slice(start.length)),
  split: (value, [separator]) => {
    const words = value.trim().split(/\s+/);
    if (separator === '') return undefined;
    const parts =
      separator === undefined ? words.filter(Boolean) : value.split(separator);
    return list(parts.map(text));
  },
};

function callTextMethod(
  value: string,
  name: string,
  given: CallArguments,
): PythonValue | undefined {
  if (given.open) return undefined;
  if (name === 'format') return formatText(value, given);
  if (name === 'join') return joinTexts(value, given);
  const texts = given.positional.flatMap(each =>
    each.kind === 'string' ? each.value : [],
  );
  const known =
    texts.length === given.positional.length && given.named.size === 0;
  const call = Object.hasOwn(TEXT_METHODS, name)
    ? TEXT_METHODS[name]
    : undefined;
  const result = known && texts.length <= 2 ? call?.(value, texts) : undefined;
  const tooLong =
    result?.kind === 'string' && result.value.length > LARGEST_VALUE;
  return tooLong ? undefined : result;
}

function joinTexts(
  separator: string,
  given: CallArguments,
): PythonValue | undefined {
  const items = given.positional.length === 1 && iterate(given.positional[0]);
  if (!items) return undefined;
  const texts = items.flatMap(item =>
    item.kind === 'string' ? item.value : [],
  );
  const joined =
    texts.length === items.length ? texts.join(separator) : undefined;
  return joined === undefined || joined.length > LARGEST_VALUE
    ? undefined
    : text(joined);
}

const BRACES = /\{\{|\}\}|\{(\w*)(?:!([rs]))?(?::([^{}]*))?\}|[{}]/g;

/** `"{}_{name}".format(a, name=b)` without attributes or items in the braces. */
function formatText(
  format: string,
  given: CallArguments,
): PythonValue | undefined {
  let next = 0;
  let failed = false;
  const find = (name: string) => {
    if (name === '') return given.positional[next++];
    return /^\d+$/.test(name)
      ? given.positional[Number(name)]
      : given.named.get(name);
  };
  const result = format.replace(
    BRACES,
    (whole, name?: string, conversion?: string, spec?: string) => {
      if (whole === '{{' || whole === '}}') return whole[0];
      const value = name === undefined ? undefined : find(name);
      const formatted = value && formatWith(value, conversion ?? '', spec);
      if (formatted === undefined) failed = true;
      return formatted ?? '';
    },
  );
  return failed || result.length > LARGEST_VALUE ? undefined : text(result);
}

function callListMethod(
  of: ListValue,
  name: string,
  given: CallArguments,
): PythonValue | undefined {
  if (name === 'copy') return { ...list([...of.items]), doubt: of.doubt };
  if (name === 'index' || name === 'count') return undefined;
  const added = addToList(of, name, given.positional);
  if (added) return NONE;
  doubtValue(of, `a call of ${name}()`);
  return undefined;
}

/** `append`, `extend` and `insert` of what is known. */
function addToList(of: ListValue, name: string, given: PythonValue[]): boolean {
  const [first, second] = given;
  const added = addedItems(name, given);
  if (!added) return false;
  if (name !== 'insert') return extendList(of, added);
  if (first.kind !== 'int' || of.items.length >= LARGEST_VALUE) return false;
  of.items.splice(first.value, 0, second);
  return true;
}

function addedItems(
  name: string,
  given: PythonValue[],
): PythonValue[] | undefined {
  if (name === 'append' && given.length === 1) return given;
  if (name === 'insert' && given.length === 2) return given.slice(1);
  if (name !== 'extend' || given.length !== 1) return undefined;
  const items = iterate(given[0]);
  return items && [...items];
}

function callDictMethod(
  of: DictValue,
  name: string,
  given: CallArguments,
): PythonValue | undefined {
  const entries = [...of.entries.values()];
  const isKnown = !of.doubt && !given.open;
  switch (name) {
    case 'keys':
      return isKnown ? list(entries.map(entry => entry.key)) : undefined;
    case 'values':
      return isKnown ? list(entries.map(entry => entry.value)) : undefined;
    case 'items':
      return isKnown
        ? list(
            entries.map(entry => ({
              kind: 'tuple',
              items: [entry.key, entry.value],
            })),
          )
        : undefined;
    case 'copy':
      return { kind: 'dict', entries: new Map(of.entries), doubt: of.doubt };
    case 'get':
      return getEntry(of, given);
    case 'update':
      return updateDict(of, given);
    default:
      doubtValue(of, `a call of ${name}()`);
      return undefined;
  }
}

function getEntry(
  of: DictValue,
  given: CallArguments,
): PythonValue | undefined {
  const [wanted, otherwise = NONE] = given.positional;
  const key = wanted && keyOf(wanted);
  if (of.doubt || key === undefined) return undefined;
  return of.entries.get(key)?.value ?? otherwise;
}

function updateDict(of: DictValue, given: CallArguments): PythonValue {
  const [other] = given.positional;
  if (other && other.kind !== 'dict') doubtValue(of, 'a call of update()');
  if (other?.kind === 'dict') {
    other.entries.forEach((entry, key) => of.entries.set(key, entry));
    of.doubt ??= other.doubt;
  }
  if (given.open) of.doubt ??= given.open;
  given.named.forEach((value, name) =>
    of.entries.set(`s ${name}`, { key: text(name), value }),
  );
  return NONE;
}
