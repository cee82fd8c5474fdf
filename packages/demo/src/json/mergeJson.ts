import { isRecord } from '@gitops-ml/core';

/**
 * A JSON merge patch (RFC 7396) applied; neither argument is changed. `__proto__` is a
 * key like any other.
 */
export function mergeJson(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const merged = new Map(Object.entries(isRecord(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergeJson(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}
