import { JsonObject } from '@gitops-ml/core';

/** What `?fields=` of a list of applications may name, besides "items." (forwarder_overwrite.go). */
const known = [
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'metadata.labels',
  'metadata.creationTimestamp',
  'metadata.deletionTimestamp',
  'spec',
  'status.sourceHydrator',
  'status.sync.status',
  'status.health',
  'status.summary',
  'status.operationState.startedAt',
  'status.operationState.finishedAt',
  'status.resources',
  'operation.sync',
  'status.operationState.phase',
];

/** The fields of an application that a list was asked for; others are ignored, as Argo CD does. */
export function pickFields(application: unknown, fields: string): JsonObject {
  const wanted = new Set(fields.split(','));
  const picked: JsonObject = {};
  for (const field of known) {
    if (!wanted.has(`items.${field}`)) continue;
    const value = readPath(application, field.split('.'));
    if (value !== undefined) {
      writePath(picked, field.split('.'), JSON.parse(JSON.stringify(value)));
    }
  }
  return picked;
}

function readPath(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return readPath(
    Object.entries(value).find(([name]) => name === key)?.[1],
    rest,
  );
}

function writePath(
  target: JsonObject,
  [key, ...rest]: readonly string[],
  value: JsonObject[string],
): void {
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const before = target[key];
  const inner: JsonObject =
    typeof before === 'object' && before !== null && !Array.isArray(before)
      ? before
      : {};
  target[key] = inner;
  writePath(inner, rest, value);
}
