import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { Accumulator } from '../model/Accumulator';
import { isSelected } from '../model/Gvk';
import { Resource } from '../model/Resource';
import { formatId } from '../model/ResourceId';
import { visitField } from '../transformers/visitField';
import { Reference, selectReferral } from './selectReferral';
import { couldBeReferenced } from './couldBeReferenced';

/**
 * Puts the present names where resources name one another by a former name
 * (api/filters/nameref). Throws `KustomizeError` where one name could be several.
 */
export function fixNameReferences({ resources, config }: Accumulator): void {
  for (const referrer of resources) {
    const candidates = couldBeReferenced(referrer, resources);
    for (const { fieldSpecs, ...target } of config.nameReference) {
      for (const spec of fieldSpecs) {
        if (!isSelected(referrer.originalId, spec)) continue;
        const reference = { referrer, target, path: spec.path, candidates };
        visitField(
          referrer,
          { ...spec, ...referrer.gvk },
          { update: value => renameIn(value, reference) },
        );
      }
    }
  }
}

function renameIn(value: Json, reference: Reference): Json {
  if (Array.isArray(value)) {
    return value.map(each => renameIn(each, reference));
  }
  if (isJsonObject(value)) return renameObject(value, reference);
  if (typeof value !== 'string') return value;
  return selectReferral(value, reference, isSameName)?.name ?? value;
}

/** A reference with a namespace, as the subjects of a RoleBinding are. */
function renameObject(value: JsonObject, reference: Reference): JsonObject {
  const { name, namespace } = value;
  if (typeof name !== 'string') {
    throw new KustomizeError(
      `updating name reference in '${reference.path}' field of '${formatId(
        reference.referrer.id,
      )}': path config error; no 'name' field in node`,
      reference.referrer.path,
      reference.path.replaceAll('/', '.'),
    );
  }
  const candidates =
    typeof namespace === 'string'
      ? inNamespace(reference.candidates, namespace)
      : reference.candidates;
  const referral = selectReferral(
    name,
    { ...reference, candidates },
    (one, other) => isSameName(one, other) && one.namespace === other.namespace,
  );
  if (!referral) return value;
  return {
    ...value,
    name: referral.name,
    ...(referral.namespace && { namespace: referral.namespace }),
  };
}

function isSameName(one: Resource, other: Resource): boolean {
  return one.name === other.name;
}

function inNamespace(candidates: Resource[], namespace: string): Resource[] {
  const original = candidates.filter(
    each => (each.originalId.namespace || 'default') === namespace,
  );
  return original.length > 0
    ? original
    : candidates.filter(each => (each.namespace || 'default') === namespace);
}
