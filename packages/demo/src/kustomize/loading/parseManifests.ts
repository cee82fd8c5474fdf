import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { parseYaml } from './parseYaml';

/**
 * The resources of a file, those of a list one by one. Throws `KustomizeError`
 * where one has no kind or no name, as kustomize does (resource.Factory).
 */
export function parseManifests(text: string, path: string): JsonObject[] {
  return parseYaml(text, 'manifest', path)
    .filter(each => each !== null)
    .flatMap(each => collectResources(each, path));
}

function collectResources(value: Json, path: string): JsonObject[] {
  if (!isJsonObject(value)) {
    throw new KustomizeError(`missing Resource metadata in ${path}`, path);
  }
  if (Object.keys(value).length === 0) return [];
  const { kind, items } = value;
  if (typeof kind !== 'string' || kind === '') {
    throw new KustomizeError(`missing kind in object in ${path}`, path, 'kind');
  }
  const isList = kind.endsWith('List');
  if (isList && Array.isArray(items)) {
    return items.flatMap(each => collectResources(each, path));
  }
  if (isList && items === null) return [];
  checkMetadata(value, isList, path);
  return [value];
}

function checkMetadata(
  { metadata, kind }: JsonObject,
  isList: boolean,
  path: string,
): void {
  const name = isJsonObject(metadata) ? metadata.name : undefined;
  if (!isList && (name === undefined || name === null || name === '')) {
    throw new KustomizeError(
      `missing metadata.name in object {${kind}} in ${path}`,
      path,
      'metadata.name',
    );
  }
}
