import { Entity } from '@backstage/catalog-model';
import { WorkloadRule } from '../../config/readLiveSettings';
import { Place } from '../../live/kubernetes/KubernetesSources';
import { isGranted } from './isGranted';

/** The annotation by which the kubernetes plugin chooses a namespace. */
const NAMESPACE = 'backstage.io/kubernetes-namespace';

export function isSamePlace(a: Place, b: Place): boolean {
  return a.cluster === b.cluster && a.namespace === b.namespace;
}

/** The places that rules grant an entity, each once; its annotation chooses among them. */
export function listGrantedPlaces(
  rules: readonly WorkloadRule[],
  entity: Entity,
): Place[] {
  const chosen = entity.metadata.annotations?.[NAMESPACE];
  return rules
    .filter(
      rule =>
        isGranted(rule, entity) &&
        (chosen === undefined || chosen === rule.namespace),
    )
    .map(({ cluster, namespace }) => ({ cluster, namespace }))
    .filter(
      (place, index, all) =>
        all.findIndex(one => isSamePlace(one, place)) === index,
    );
}
