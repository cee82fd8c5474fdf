import { Json } from '@gitops-ml/core';
import { z } from 'zod/v4';
import { mergeJson } from '../../json/mergeJson';
import { invalid } from '../ApiError';

/** A JSON merge patch (RFC 7396), given as text. Throws `ApiError` where it is none. */
export function mergePatch(target: unknown, patch: string): Json {
  return z.json().parse(mergeJson(target, parsePatch(patch)));
}

function parsePatch(patch: string): unknown {
  try {
    return JSON.parse(patch);
  } catch {
    throw invalid('error calculating merge patch: Invalid JSON Patch');
  }
}
