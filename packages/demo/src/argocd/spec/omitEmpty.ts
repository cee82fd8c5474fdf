import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';

/** Free JSON: kept as it was sent. */
const opaque = new Set(['elements', 'valuesObject']);
/** Go pointers among the numbers and booleans: there, 0 and false are values. */
const pointers = new Set([
  'enabled',
  'factor',
  'requeueAfterSeconds',
  'revisionHistoryLimit',
]);
/** Go maps, which are empty when they have no key; an empty struct stays. */
const maps = new Set(['labels', 'annotations', 'values']);

/**
 * A body as Argo CD's server has it once it went through protobuf and the
 * Kubernetes API: empty texts, lists and maps, false and 0 are as good as
 * absent, so that they make no difference between two specs.
 * @internal
 */
export function omitEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(omitEmpty);
  return isJsonObject(value) ? omitEmptyFields(value) : value;
}

export function omitEmptyFields(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, Json] => [
        key,
        opaque.has(key) ? inner : omitEmpty(inner),
      ])
      .filter(([key, inner]) => !isEmpty(key, inner)),
  );
}

function isEmpty(key: string, value: Json): boolean {
  if (value === null || value === '') return true;
  if (value === false || value === 0) return !pointers.has(key);
  if (Array.isArray(value)) return value.length === 0;
  return (
    maps.has(key) && isJsonObject(value) && Object.keys(value).length === 0
  );
}
