import { isClusterScoped } from './clusterScoped';
import { formatGvk, Gvk, isSameGvk } from './Gvk';

/** What names a resource among the others; a namespace that is not given is empty. */
export interface ResourceId extends Gvk {
  name: string;
  namespace: string;
}

const noNamespace = '_non_namespaceable_';

/** The namespace to compare by: none at all is `default`. */
export function effectiveNamespace(id: ResourceId): string {
  return isClusterScoped(id) ? noNamespace : id.namespace || 'default';
}

export function isSameId(one: ResourceId, other: ResourceId): boolean {
  return (
    isSameGvk(one, other) &&
    one.name === other.name &&
    effectiveNamespace(one) === effectiveNamespace(other)
  );
}

/** As kustomize's messages have it, e.g. `ConfigMap.v1.[noGrp]/release.[noNs]`. */
export function formatId(id: ResourceId): string {
  return `${formatGvk(id)}/${id.name || '[noName]'}.${
    id.namespace || '[noNs]'
  }`;
}
