import { Json } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import {
  FieldOptions,
  Replacement,
  ReplacementTarget,
  Selector,
} from '../loading/kustomizationSchema';
import { parsePlainScalar } from '../loading/parseYaml';
import { Accumulator } from '../model/Accumulator';
import { checkSize } from '../model/checkSize';
import { Resource } from '../model/Resource';
import { ResourceId } from '../model/ResourceId';
import { matchesGvk, matchesTexts } from '../patches/selectResources';
import { matchesWhole } from '../transformers/goRegex';
import { Create, Field, findFields } from './findFields';
import { findSource } from './findSource';
import { splitFieldPath } from './splitFieldPath';

/** `replacements:` (api/filters/replacement). Throws `KustomizeError`. */
export function replaceFields(
  { resources }: Accumulator,
  replacements: Replacement[],
): void {
  for (const { source, targets } of replacements) {
    const value = findSource(resources, source);
    for (const target of targets) {
      for (const resource of resources) {
        if (!isTarget(resource, target)) continue;
        replaceIn(resource, target, value);
        checkSize(resource);
      }
    }
  }
}

function isTarget(
  resource: Resource,
  { select, reject }: ReplacementTarget,
): boolean {
  const { ids } = resource;
  const isRejected = reject.some(
    each =>
      (hasTexts(each) && matchesTexts(resource, each)) ||
      (hasId(each) && ids.some(id => matchesId(each, id))),
  );
  return (
    !isRejected &&
    matchesTexts(resource, select) &&
    ids.some(id => matchesId(select, id))
  );
}

function hasTexts({ labelSelector, annotationSelector }: Selector): boolean {
  return labelSelector !== '' || annotationSelector !== '';
}

function hasId({ group, version, kind, name, namespace }: Selector): boolean {
  return [group, version, kind, name, namespace].some(each => each !== '');
}

function matchesId(selector: Selector, id: ResourceId): boolean {
  return (
    matchesGvk(selector, id) &&
    matchesWhole(selector.name, id.name) &&
    matchesWhole(selector.namespace, id.namespace)
  );
}

function replaceIn(
  resource: Resource,
  { fieldPaths, options }: ReplacementTarget,
  value: Json,
): void {
  const create = options.create ? kindOf(value) : undefined;
  const paths = fieldPaths.length > 0 ? fieldPaths : ['metadata.name'];
  for (const path of paths) {
    const fields = findIn(resource, path, create);
    for (const field of fields) field.set(combine(field, value, options));
  }
}

function findIn(resource: Resource, path: string, create: Create): Field[] {
  const failure = `unable to find${
    create ? ' or create' : ''
  } field "${path}" in replacement target`;
  try {
    const fields = findFields(resource.object, splitFieldPath(path), create);
    if (fields.length > 0) return fields;
  } catch (error) {
    if (!(error instanceof KustomizeError)) throw error;
    throw new KustomizeError(
      `${failure}: ${error.message}`,
      resource.path,
      path,
    );
  }
  throw new KustomizeError(failure, resource.path, path);
}

function kindOf(value: Json): Create {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'object' : 'scalar';
}

function combine(field: Field, value: Json, options: FieldOptions): Json {
  const old = field.value;
  const isContainer = typeof old === 'object' && old !== null;
  if (options.delimiter === '') {
    return isContainer || kindOf(value) !== 'scalar'
      ? structuredClone(value)
      : keepType(field, String(value));
  }
  if (isContainer) {
    throw new KustomizeError(
      'delimiter option can only be used with scalar nodes',
    );
  }
  const parts = String(old ?? '').split(options.delimiter);
  const { index } = options;
  if (index < 0) parts.unshift(String(value));
  else if (index >= parts.length) parts.push(String(value));
  else parts[index] = String(value);
  return keepType(field, parts.join(options.delimiter));
}

/** A scalar keeps its type; one that was just made gets that of what is written. */
function keepType({ value, isNew }: Field, text: string): Json {
  if (typeof value === 'string' && !isNew) return text;
  const parsed = parsePlainScalar(text);
  const isTyped = typeof value === 'number' || typeof value === 'boolean';
  if (!isTyped || typeof parsed === typeof value) return parsed;
  throw new KustomizeError(
    `cannot decode !!str \`${text}\` as a ${typeof value}`,
  );
}
