import { Json } from '@gitops-ml/core';
import { z } from 'zod/v4';
import { invalid } from '../ApiError';
import { isJsonObject, JsonObject } from '../json';

/** A JSON merge patch (RFC 7396), given as text. Throws `ApiError` where it is none. */
export function mergePatch(target: unknown, patch: string): Json {
  return merge(z.json().parse(target), parsePatch(patch));
}

function parsePatch(patch: string): Json {
  try {
    return z.json().parse(JSON.parse(patch));
  } catch {
    throw invalid('error calculating merge patch: Invalid JSON Patch');
  }
}

function merge(target: Json, patch: Json): Json {
  if (!isJsonObject(patch)) return patch;
  const merged: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key] ?? null, value);
  }
  return merged;
}
