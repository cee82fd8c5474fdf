import { JsonObject } from '@gitops-ml/core';

const emptyKeys = new WeakMap<JsonObject, ReadonlySet<string>>();

/**
 * Remembers with which keys of an object, as it was read, nothing was written
 * (`a:`). In JSON that is a null like any other; kustomize tells them apart.
 */
export function noteEmptyKeys(
  object: JsonObject,
  keys: Iterable<string>,
): void {
  emptyKeys.set(object, new Set(keys));
}

/** Was nothing written with a key? A copy of the object doesn't know. */
export const isEmptyKey = (object: JsonObject, key: string): boolean =>
  emptyKeys.get(object)?.has(key) ?? false;
