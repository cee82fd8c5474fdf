import { PythonValue, ValueOf } from './PythonValue';

export function isSequence(
  value: PythonValue,
): value is ValueOf<'list'> | ValueOf<'tuple'> {
  return value.kind === 'list' || value.kind === 'tuple';
}

/**
 * The identity of a hashable constant, so that equal values have equal keys
 * (1, 1.0 and True are equal in Python); `undefined` for anything else.
 */
export function keyOf(value: PythonValue): string | undefined {
  switch (value.kind) {
    case 'none':
      return 'none';
    case 'bool':
      return `n ${Number(value.value)}`;
    case 'int':
    case 'float':
      return `n ${value.value}`;
    case 'string':
      return `s ${value.value}`;
    case 'tuple': {
      const keys = value.items.map(item =>
        item.kind === 'tuple' ? undefined : keyOf(item),
      );
      return keys.includes(undefined) ? undefined : `t ${JSON.stringify(keys)}`;
    }
    case 'value-type':
      return `v ${value.name}`;
    default:
      return undefined;
  }
}

/** Is the value true in a condition? `undefined` where it is not known. */
export function truthOf(value: PythonValue): boolean | undefined {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
    case 'float':
      return value.value !== 0;
    case 'string':
      return value.value !== '';
    case 'timedelta':
      return value.microseconds !== 0;
    case 'tuple':
      return value.items.length > 0;
    case 'list':
    case 'set':
      return value.doubt ? undefined : value.items.length > 0;
    case 'dict':
      return value.doubt ? undefined : value.entries.size > 0;
    case 'draft':
    case 'function':
    case 'module':
    case 'feast-class':
    case 'feature-type':
      return true;
    default:
      return undefined;
  }
}

/** The items that a loop over the value sees; `undefined` where not known. */
export function iterate(value: PythonValue): PythonValue[] | undefined {
  switch (value.kind) {
    case 'tuple':
      return value.items;
    case 'list':
      return value.doubt ? undefined : value.items;
    case 'string':
      return [...value.value].map(each => ({ kind: 'string', value: each }));
    case 'dict':
      return value.doubt
        ? undefined
        : [...value.entries.values()].map(entry => entry.key);
    // The order of a set is known for one item only.
    case 'set':
      return value.doubt || value.items.length > 1 ? undefined : value.items;
    default:
      return undefined;
  }
}

/** A set; duplicates are dropped where they can be told. */
export function toSet(values: PythonValue[]): ValueOf<'set'> {
  const seen = new Set<string>();
  const items = values.filter(value => {
    const key = keyOf(value);
    if (key === undefined) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  return { kind: 'set', items, doubt: undefined };
}
