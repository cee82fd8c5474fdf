import { isJsonObject } from '@gitops-ml/core';
import { isClusterScoped } from '../model/clusterScoped';
import { Resource } from '../model/Resource';
import { effectiveNamespace } from '../model/ResourceId';

/** What a resource could name: that of its namespace and of none, and the accounts that it binds. */
export function couldBeReferenced(
  referrer: Resource,
  resources: Resource[],
): Resource[] {
  if (isClusterScoped(referrer.gvk)) return resources;
  const bound = boundNamespaces(referrer);
  const own = effectiveNamespace(referrer.id);
  return resources.filter(
    each =>
      isClusterScoped(each.gvk) ||
      effectiveNamespace(each.id) === own ||
      bound.has(each.namespace),
  );
}

function boundNamespaces({ gvk, object }: Resource): Set<string> {
  const { subjects } = object;
  if (gvk.kind !== 'RoleBinding' || !Array.isArray(subjects)) return new Set();
  return new Set(
    subjects.flatMap(each =>
      isJsonObject(each) &&
      each.kind === 'ServiceAccount' &&
      typeof each.namespace === 'string'
        ? [each.namespace]
        : [],
    ),
  );
}
