import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { kinds } from '../../../cluster/kinds';
import { track } from './tracking';

/** Objects as they are applied: in the destination's namespace where they name none, and tracked. */
export function placeTargets(
  objects: readonly KubernetesObject[],
  application: string,
  destination: string,
): KubernetesObject[] {
  return objects.map(object => {
    const isNamespaced =
      kinds.find(({ name }) => name === object.kind)?.namespaced ?? true;
    const { namespace: own, ...metadata } = object.metadata;
    const namespace = own ?? destination;
    const placed = {
      ...object,
      metadata: isNamespaced ? { ...metadata, namespace } : metadata,
    };
    return track(application, placed, destination);
  });
}
