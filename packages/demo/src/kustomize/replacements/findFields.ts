import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { parsePlainScalar } from '../loading/parseYaml';
import { KustomizeError } from '../KustomizeError';
import { matchesSomewhere } from '../transformers/goRegex';
import { splitListEntry } from './splitFieldPath';

/** A place of a resource that a value can be put to. */
export interface Field {
  value: Json;
  /** Was it made just now? It has no type of its own then. */
  isNew: boolean;
  set(value: Json): void;
}

/** What a missing last field is made as; `undefined` makes none. */
export type Create = 'scalar' | 'list' | 'object' | undefined;

/**
 * The fields that a target's path names (kyaml/yaml.PathMatcher), several where
 * it has `*` or `[key=pattern]`. Throws `KustomizeError` where it can't go on.
 */
export function findFields(
  root: JsonObject,
  path: readonly string[],
  create: Create,
): Field[] {
  return follow({ value: root, isNew: false, set: () => {} }, path, create);
}

function follow(
  field: Field,
  [part, ...rest]: readonly string[],
  create: Create,
): Field[] {
  if (part === undefined) return [field];
  const { value } = field;
  if (/^\d+$/.test(part))
    return followIndex(listOf(value, part), part, rest, create);
  if (/^\[.*\]$/s.test(part))
    return followEntry(listOf(value, part), part, rest, create);
  if (part === '*') {
    const list = listOf(value, part);
    return list.flatMap((_, index) => follow(at(list, index), rest, create));
  }
  return followName(value, part, rest, create);
}

function followName(
  value: Json,
  name: string,
  rest: readonly string[],
  create: Create,
): Field[] {
  if (value === null && !create) return [];
  if (!isJsonObject(value)) {
    throw new KustomizeError(
      `wrong node kind at "${name}": expected MappingNode`,
    );
  }
  if (name === '__proto__') return [];
  const isNew = !Object.hasOwn(value, name);
  if (isNew) {
    if (!create) return [];
    value[name] = initial(rest[0], create);
  }
  const set = (replaced: Json) => {
    value[name] = replaced;
  };
  return follow({ value: value[name], isNew, set }, rest, create);
}

function followIndex(
  list: Json[],
  part: string,
  rest: readonly string[],
  create: Create,
): Field[] {
  const index = Number(part);
  const isNew = index === list.length && create !== undefined;
  if (isNew) list.push(initial(rest[0], create));
  if (index >= list.length) {
    throw new KustomizeError(
      `index ${index} specified but only ${list.length} elements found`,
    );
  }
  return follow({ ...at(list, index), isNew }, rest, create);
}

function followEntry(
  list: Json[],
  part: string,
  rest: readonly string[],
  create: Create,
): Field[] {
  const [key, pattern] = splitListEntry(part);
  const search = () =>
    list.flatMap((element, index) =>
      matches(element, key, pattern)
        ? follow(at(list, index), key === '' ? [] : rest, create)
        : [],
    );
  const found = search();
  if (found.length > 0 || !create) return found;
  list.push(key === '' ? pattern : { [key]: parsePlainScalar(pattern) });
  return search();
}

function matches(element: Json, key: string, pattern: string): boolean {
  const value = key === '' ? element : isJsonObject(element) && element[key];
  const isScalar =
    value !== undefined && value !== null && typeof value !== 'object';
  return (
    isScalar && value !== false && matchesSomewhere(pattern, String(value))
  );
}

function at(list: Json[], index: number): Field {
  return {
    value: list[index],
    isNew: false,
    set: value => {
      list[index] = value;
    },
  };
}

function listOf(value: Json, part: string): Json[] {
  if (Array.isArray(value)) return value;
  throw new KustomizeError(
    `wrong node kind at "${part}": expected SequenceNode`,
  );
}

function initial(next: string | undefined, create: Create): Json {
  if (next !== undefined) return /^(\d+|\[.*\])$/s.test(next) ? [] : {};
  if (create === 'scalar') return '';
  return create === 'list' ? [] : {};
}
