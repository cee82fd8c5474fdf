import { isJsonObject, Json } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { Replacement } from '../loading/kustomizationSchema';
import { isSelected } from '../model/Gvk';
import { Resource } from '../model/Resource';
import { effectiveNamespace, formatId, ResourceId } from '../model/ResourceId';
import { splitFieldPath, splitListEntry } from './splitFieldPath';

type Source = Replacement['source'];

/** The value that a replacement copies. Throws `KustomizeError` where it is not just one. */
export function findSource(resources: Resource[], source: Source): Json {
  const matching = resources.filter(each =>
    each.ids.some(id => isSelectedBy(id, source)),
  );
  if (matching.length !== 1) {
    const what =
      matching.length > 1
        ? 'multiple matches for selector'
        : 'nothing selected by';
    const path = source.fieldPath ? `:${source.fieldPath}` : '';
    throw new KustomizeError(`${what} ${formatId(source)}${path}`);
  }
  const path = source.fieldPath || 'metadata.name';
  const value = splitFieldPath(path).reduce<Json | undefined>(
    lookUp,
    matching[0].object,
  );
  if (value === undefined || isEmpty(value)) {
    throw new KustomizeError(
      `fieldPath \`${path}\` is missing for replacement source ${formatId(
        source,
      )}`,
      matching[0].path,
      path,
    );
  }
  return refine(value, source);
}

function isSelectedBy(id: ResourceId, selector: Source): boolean {
  return (
    (selector.name === '' || selector.name === id.name) &&
    (selector.namespace === '' ||
      effectiveNamespace(selector) === effectiveNamespace(id)) &&
    isSelected(id, selector)
  );
}

function lookUp(value: Json | undefined, part: string): Json | undefined {
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part)) return value[Number(part)];
    if (part === '-') return value.at(-1);
    const [key, text] = splitListEntry(part);
    return value.find(each =>
      key === ''
        ? String(each) === text
        : isJsonObject(each) && String(each[key]) === text,
    );
  }
  return isJsonObject(value) && Object.hasOwn(value, part)
    ? value[part]
    : undefined;
}

function isEmpty(value: Json): boolean {
  return (
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function refine(value: Json, { options }: Source): Json {
  if (!options || options.delimiter === '') return value;
  if (typeof value === 'object') {
    throw new KustomizeError(
      'delimiter option can only be used with scalar nodes',
    );
  }
  const part = String(value).split(options.delimiter)[options.index];
  if (part !== undefined) return part;
  throw new KustomizeError(
    `options.index ${options.index} is out of bounds for value ${String(
      value,
    )}`,
  );
}
