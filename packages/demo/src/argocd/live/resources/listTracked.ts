import { ClusterStore } from '../../../cluster/ClusterStore';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { kinds } from '../../../cluster/kinds';
import { readTracking } from './tracking';

/** What belongs to an application, by the annotation it put there. */
export const listTracked = (
  store: ClusterStore,
  application: string,
): KubernetesObject[] =>
  kinds
    .flatMap(({ name }) => store.list(name))
    .filter(object => readTracking(object) === application);

/** Some objects, and what they own, and what that owns. */
export function withDependants(
  store: ClusterStore,
  roots: readonly KubernetesObject[],
): KubernetesObject[] {
  const all = kinds.flatMap(({ name }) => store.list(name));
  const found = new Map(roots.map(root => [root.metadata.uid, root]));
  for (const owner of found.keys()) {
    for (const object of all) {
      const { ownerReferences, uid } = object.metadata;
      if (ownerReferences?.some(reference => reference.uid === owner)) {
        found.set(uid, object);
      }
    }
  }
  return [...found.values()];
}
