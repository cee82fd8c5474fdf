import { isJsonObject, Json } from '@gitops-ml/core';
import { Operation } from 'fast-json-patch';
import { applyOperation } from '../../jsonPatch/applyOperation';
import { operationsSchema } from '../../jsonPatch/operationsSchema';
import { KustomizeError } from '../KustomizeError';
import { Resource } from '../model/Resource';

/** Operations of a JSON patch. Throws `KustomizeError` where it is none. */
export function parseOperations(value: Json, source: string): Operation[] {
  const parsed = operationsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new KustomizeError(
    `unable to parse SM or JSON patch from ${source}: ${issue.path.join(
      '.',
    )}: ${issue.message}`,
  );
}

/** Applies a JSON patch (RFC 6902) to a resource. Throws `KustomizeError` where it does not apply. */
export function applyJsonPatch(
  resource: Resource,
  operations: readonly Operation[],
): void {
  resource.keepId();
  // kustomize keeps notes in the annotations meanwhile: they are always there.
  const had = resource.metadata.annotations !== undefined;
  resource.metadata.annotations ??= {};
  const patched = apply(resource, operations);
  resource.object = patched;
  const { annotations } = resource.metadata;
  if (
    !had &&
    isJsonObject(annotations) &&
    Object.keys(annotations).length === 0
  ) {
    delete resource.metadata.annotations;
  }
}

function apply(
  resource: Resource,
  operations: readonly Operation[],
): Resource['object'] {
  const object = structuredClone(resource.object);
  for (const operation of structuredClone(operations)) {
    try {
      applyOperation(object, operation);
    } catch (error) {
      const reason =
        error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new KustomizeError(
        `${operation.op} operation does not apply: doc is missing path: "${operation.path}": ${reason}`,
        resource.path,
        operation.path,
      );
    }
  }
  return object;
}
