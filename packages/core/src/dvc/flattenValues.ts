import { isJsonObject } from '../reading/isJsonObject';
import { Json } from '../reading/Json';
import { redactValue } from './redactSecrets';

/** Characters of all keys together: deep nesting repeats long keys. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

/** What to say where `flattenValues` gave up. */
export const KEYS_LIMIT = {
  what: 'characters of keys',
  limit: MOST_CHARACTERS,
};

/**
 * Nested mappings as dotted keys, the way DVC compares params and metrics: lists stay
 * values, empty mappings vanish, a document that is no mapping has the key `''`.
 * What their keys name as secrets is left out. `undefined` when the keys grow beyond 8 million characters.
 * Source: dvc/utils/flatten.py, dvc/utils/diff.py.
 */
export function flattenValues(value: Json): Record<string, Json> | undefined {
  const flat: [string, Json][] = [];
  let characters = 0;
  const visit = (key: string | undefined, item: Json): boolean => {
    if (isJsonObject(item)) {
      return Object.entries(item).every(([name, child]) =>
        visit(key === undefined ? name : `${key}.${name}`, child),
      );
    }
    flat.push([key ?? '', redactValue(key ?? '', item)]);
    characters += key?.length ?? 0;
    return characters <= MOST_CHARACTERS;
  };
  return visit(undefined, value) ? Object.fromEntries(flat) : undefined;
}
