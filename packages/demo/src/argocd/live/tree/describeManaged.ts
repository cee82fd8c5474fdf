import { ClusterStore } from '../../../cluster/ClusterStore';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { pairUp } from '../compare/compareResources';
import { LiveApplication } from '../LiveApplication';
import { isHook } from '../resources/directives';
import { listTracked } from '../resources/listTracked';
import { placeTargets } from '../resources/placeTargets';
import { isModified, predictLive } from '../resources/predictLive';
import { refOf } from '../resources/ResourceRef';
import { Targets } from '../Targets';

const toText = (object: unknown) => JSON.stringify(object ?? null);

/** Each resource as Git wants it and as it is, both as JSON text (`null` where it isn't). */
export function describeManaged(
  store: ClusterStore,
  { name, spec }: LiveApplication,
  targets: Targets | undefined,
): object[] {
  const wanted =
    targets?.kind === 'loaded'
      ? placeTargets(targets.objects, name, spec.destination.namespace)
      : [];
  return pairUp(wanted, listTracked(store, name)).flatMap(
    ({ target, live }) => {
      const object = target ?? live;
      if (!object || isHook(object)) return [];
      return [describePair(object, target, live)];
    },
  );
}

function describePair(
  object: KubernetesObject,
  target: KubernetesObject | undefined,
  live: KubernetesObject | undefined,
): object {
  const { group, version: _version, ...ref } = refOf(object);
  const isChanged = !target || !live || isModified(target, live);
  return {
    ...(group && { group }),
    ...ref,
    targetState: toText(target),
    liveState: toText(live),
    normalizedLiveState: toText(live),
    predictedLiveState: toText(target && predictLive(target, live)),
    ...(live && { resourceVersion: live.metadata.resourceVersion }),
    ...(isChanged && { modified: true }),
  };
}
