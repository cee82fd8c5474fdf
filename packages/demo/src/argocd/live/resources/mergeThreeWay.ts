import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { isSameJson } from '../../../json/isSameJson';

/** By which field the items of a built-in kind's lists are known (Kubernetes' patchMergeKey). */
const mergeKeys: Record<string, readonly string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  ports: ['port', 'containerPort'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
};

interface MergeOptions {
  /** Lists of built-in kinds are merged by item; a custom resource's are replaced. */
  listsByItem: boolean;
}

/**
 * What is there after an apply (kubectl's three-way merge): `wanted` laid over
 * `live`, without what was applied `before` and is wanted no more. What others
 * added to `live` stays.
 */
export function mergeThreeWay(
  before: JsonObject,
  wanted: JsonObject,
  live: JsonObject,
  options: MergeOptions,
): JsonObject {
  const merged: JsonObject = { ...live };
  for (const key of Object.keys(before)) {
    if (wanted[key] === undefined || wanted[key] === null) delete merged[key];
  }
  for (const [key, value] of Object.entries(wanted)) {
    if (value === null) continue;
    merged[key] = mergeField(key, before[key], value, live[key], options);
  }
  return merged;
}

function mergeField(
  key: string,
  before: Json | undefined,
  wanted: Json,
  live: Json | undefined,
  options: MergeOptions,
): Json {
  if (isJsonObject(wanted)) {
    return mergeThreeWay(
      isJsonObject(before) ? before : {},
      wanted,
      isJsonObject(live) ? live : {},
      options,
    );
  }
  const known = options.listsByItem ? mergeKeys[key] : undefined;
  if (!known || !Array.isArray(wanted) || !Array.isArray(live)) return wanted;
  return mergeItems(known, Array.isArray(before) ? before : [], wanted, live, {
    ...options,
  });
}

function mergeItems(
  mergeKey: readonly string[],
  before: readonly Json[],
  wanted: readonly Json[],
  live: readonly Json[],
  options: MergeOptions,
): Json[] {
  const find = (items: readonly Json[], item: Json) =>
    items.find(other => isSameItem(mergeKey, item, other));
  const merged = wanted.map(item => {
    const other = find(live, item);
    if (!isJsonObject(item) || !isJsonObject(other)) return item;
    const applied = find(before, item);
    return mergeThreeWay(
      isJsonObject(applied) ? applied : {},
      item,
      other,
      options,
    );
  });
  const added = live.filter(item => !find(wanted, item) && !find(before, item));
  return [...merged, ...added];
}

function isSameItem(mergeKey: readonly string[], left: Json, right: Json) {
  if (!isJsonObject(left) || !isJsonObject(right)) {
    return isSameJson(left, right);
  }
  const key = mergeKey.find(name => left[name] !== undefined);
  return key !== undefined && isSameJson(left[key], right[key]);
}
