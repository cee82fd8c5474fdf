import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { isEmptyKey } from '../loading/emptyKeys';
import { Directive, readDirective, readListDirective } from './directives';
import { mergeKeyedList } from './mergeKeyedList';
import { MergeSchema } from './mergeSchema';

type ListSchema = NonNullable<MergeSchema['lists']>[string];

/**
 * A strategic merge as kustomize does it (kyaml/yaml/merge2): `target` is
 * changed in place where it stays; the result is `undefined` where it goes.
 * Only lists of which `schema` names the keys are merged.
 */
export function mergeStrategically(
  target: Json | undefined,
  patch: Json | undefined,
  schema: MergeSchema | undefined,
): Json | undefined {
  if (isMissing(target) && isMissing(patch)) return mergeNothing(target, patch);
  const model = isMissing(target) ? patch : target;
  if (isJsonObject(model)) return mergeObjects(target, patch, schema);
  if (
    !isMissing(patch) &&
    typeof patch !== typeof model &&
    isContainer(patch)
  ) {
    throw wrongKind(patch);
  }
  if (isContainer(model) && !isMissing(patch) && !Array.isArray(patch)) {
    throw wrongKind(patch);
  }
  // A scalar, or a list that is replaced.
  if (patch === undefined) return target;
  return patch ?? undefined;
}

function isMissing(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null;
}

function isContainer(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

function wrongKind(patch: Json): KustomizeError {
  return new KustomizeError(
    `wrong Node Kind in a strategic merge patch: ${JSON.stringify(patch).slice(
      0,
      80,
    )}`,
  );
}

// A null that the target had before stays; one of the patch takes away.
function mergeNothing(
  target: null | undefined,
  patch: null | undefined,
): Json | undefined {
  return patch === undefined ? target : undefined;
}

function mergeObjects(
  target: Json | undefined,
  patch: Json | undefined,
  schema: MergeSchema | undefined,
): Json | undefined {
  const base = only(target, isJsonObject);
  const change = only(patch, isJsonObject);
  if (base && patch === null) return undefined;
  const directive = change ? readDirective(change) : 'merge';
  const kept = choose(directive, base, change);
  if (kept) mergeFields(kept, change, schema);
  return kept;
}

/** Was nothing written with a key, and does nothing stand there still? */
const isLeftEmpty = (object: JsonObject, key: string) =>
  isEmptyKey(object, key) && (object[key] === null || object[key] === '');

function mergeFields(
  target: JsonObject,
  patch: JsonObject | undefined,
  schema: MergeSchema | undefined,
): void {
  const keys = new Set([...Object.keys(target), ...Object.keys(patch ?? {})]);
  for (const key of keys) {
    const value = isLeftEmpty(target, key) ? undefined : target[key];
    const list = schema?.lists?.[key];
    const merged = list
      ? mergeList(value, patch?.[key], list)
      : mergeStrategically(value, patch?.[key], schema?.fields?.[key]);
    if (merged === undefined) delete target[key];
    else target[key] = merged;
  }
}

function mergeList(
  target: Json | undefined,
  patch: Json | undefined,
  { keys, of }: ListSchema,
): Json | undefined {
  const base = only(target, isList);
  const change = only(patch, isList);
  if (base && patch === null) return undefined;
  const directive = base && change ? readListDirective(change) : 'merge';
  const kept = choose(directive, base, change);
  if (!kept) return undefined;
  return keys.length === 0
    ? [...new Set([...(change ?? []), ...kept])]
    : mergeKeyedList(kept, change, keys, (one, other) =>
        mergeStrategically(one, other, of),
      );
}

/** What is new is merged with itself: that takes directives and nulls out of it. */
function choose<T>(
  directive: Directive,
  target: T | undefined,
  patch: T | undefined,
): T | undefined {
  switch (directive) {
    case 'delete':
      return undefined;
    case 'replace':
      return patch;
    case 'merge':
      return target ?? patch;
    default:
      return directive;
  }
}

/** A value of the right kind; `undefined` of none. Throws `KustomizeError` on another kind. */
function only<T extends Json>(
  value: Json | undefined,
  isKind: (value: Json) => value is T,
): T | undefined {
  if (isMissing(value)) return undefined;
  if (isKind(value)) return value;
  throw wrongKind(value);
}

function isList(value: Json): value is Json[] {
  return Array.isArray(value);
}
