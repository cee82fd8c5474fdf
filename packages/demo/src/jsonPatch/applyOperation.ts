import {
  applyOperation as apply,
  getValueByPointer,
  Operation,
} from 'fast-json-patch';

/**
 * Applies one operation of a JSON patch (RFC 6902) as Kubernetes and kustomize
 * do, to whose library (evanphx/json-patch, version 4) a field that an object
 * doesn't have can be replaced too. Changes `document`; throws where the
 * operation does not apply.
 */
export function applyOperation(document: object, operation: Operation): void {
  const isAddition =
    operation.op === 'replace' && isMissingField(document, operation.path);
  apply(document, isAddition ? { ...operation, op: 'add' } : operation, true);
}

function isMissingField(document: object, path: string): boolean {
  const at = path.lastIndexOf('/');
  if (at < 0) return false;
  try {
    const parent: unknown = getValueByPointer(document, path.slice(0, at));
    const key = path
      .slice(at + 1)
      .replace(/~1/g, '/')
      .replace(/~0/g, '~');
    return (
      typeof parent === 'object' &&
      parent !== null &&
      !Array.isArray(parent) &&
      !Object.hasOwn(parent, key)
    );
  } catch {
    return false;
  }
}
