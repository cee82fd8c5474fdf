import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';

/** What a patch says of the whole object or list that it stands in. */
export type Directive = 'delete' | 'replace' | 'merge';

const key = '$patch';
const unsupported = [
  '$retainKeys',
  '$setElementOrder',
  '$deleteFromPrimitiveList',
];

/** Takes the directive out of an object of a patch. Throws `KustomizeError` on one that is not known. */
export function readDirective(patch: JsonObject): Directive {
  for (const field of Object.keys(patch)) {
    if (unsupported.some(each => field.startsWith(each))) {
      throw new KustomizeError(
        `field "${field}" of a strategic merge patch is outside the subset of kustomize that the demo renders`,
        undefined,
        field,
      );
    }
  }
  const directive = patch[key];
  if (directive === undefined) return 'merge';
  delete patch[key];
  return parseDirective(directive);
}

/** Takes the element that is only a directive out of a list of a patch. */
export function readListDirective(patch: Json[]): Directive {
  const index = patch.findIndex(
    each => isJsonObject(each) && each[key] !== undefined,
  );
  const element = patch[index];
  if (!isJsonObject(element) || Object.keys(element).length > 1) return 'merge';
  patch.splice(index, 1);
  return parseDirective(element[key]);
}

function parseDirective(value: Json): Directive {
  if (value === 'delete' || value === 'replace' || value === 'merge') {
    return value;
  }
  throw new KustomizeError(
    `unknown patch strategy '${String(value)}'`,
    undefined,
    key,
  );
}
