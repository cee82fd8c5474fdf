import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { FieldSpec } from '../model/FieldSpec';
import { isSelected } from '../model/Gvk';
import { formatId } from '../model/ResourceId';
import { Resource } from '../model/Resource';

interface Visit {
  /** The new value of the field; `undefined` is one that was just made. */
  update(value: Json): Json;
  /** What the field is made as where the spec says to; `undefined` never makes it. */
  initial?: Json;
}

/**
 * Changes what a field spec names in one resource, lists on the way element by
 * element (api/filters/fieldspec). Throws `KustomizeError` where a scalar is in the way.
 */
export function visitField(
  resource: Resource,
  spec: FieldSpec,
  visit: Visit,
): void {
  if (!isSelected(resource.gvk, spec)) return;
  const path = splitPath(spec.path, '/');
  walkObject(resource.object, path, { ...visit, resource, spec });
}

type Walk = Visit & { resource: Resource; spec: FieldSpec };

function walk(value: Json, path: readonly string[], visit: Walk): Json {
  if (path.length === 0) return visit.update(value);
  if (value === null) return value;
  if (Array.isArray(value)) {
    value.forEach((each, index) => {
      value[index] = walk(each, path, visit);
    });
    return value;
  }
  if (!isJsonObject(value)) throw inTheWay(visit.resource, visit.spec);
  walkObject(value, path, visit);
  return value;
}

function walkObject(
  object: JsonObject,
  [name, ...rest]: readonly string[],
  visit: Walk,
): void {
  const key = name.replace(/\[\]$/, '');
  if (object[key] === undefined || object[key] === null) {
    const isList = key !== name;
    if (!visit.spec.create || isList || visit.initial === undefined) return;
    object[key] = rest.length === 0 ? structuredClone(visit.initial) : {};
  }
  object[key] = walk(object[key], rest, visit);
}

function inTheWay(resource: Resource, { path }: FieldSpec): KustomizeError {
  return new KustomizeError(
    `considering field '${path}' of object ${formatId(
      resource.id,
    )}: expected sequence or mapping node`,
    resource.path,
    path.replaceAll('/', '.'),
  );
}

/** The parts of a path; a delimiter behind a backslash is part of a name. */
export function splitPath(path: string, delimiter: string): string[] {
  const parts = path.split(delimiter);
  if (parts.length > 1 && parts[0] === '') parts.shift();
  const result = [parts[0]];
  for (const part of parts.slice(1)) {
    const last = result[result.length - 1];
    if (last.endsWith('\\')) {
      result[result.length - 1] = last.slice(0, -1) + delimiter + part;
    } else {
      result.push(part);
    }
  }
  return result;
}
