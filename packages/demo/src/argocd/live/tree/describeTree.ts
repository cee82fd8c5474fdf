import { ClusterStore } from '../../../cluster/ClusterStore';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { describeHealth } from '../health/describeHealth';
import { Health } from '../health/Health';
import { LiveApplication } from '../LiveApplication';
import { isHook } from '../resources/directives';
import { listImages } from '../resources/listImages';
import { listTracked, withDependants } from '../resources/listTracked';
import { placeTargets } from '../resources/placeTargets';
import { keyOfObject, refOf } from '../resources/ResourceRef';
import { Targets } from '../Targets';

/** A resource of an application, in Argo CD's order of fields. */
interface TreeNode {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  /** Absent for what is missing. */
  uid?: string;
  parentRefs?: object[];
  resourceVersion?: string;
  images?: string[];
  health?: Health;
  createdAt?: string;
}

const describeRef = (object: KubernetesObject) => {
  const { group, ...ref } = refOf(object);
  return { ...(group && { group }), ...ref };
};

function describeNode(
  object: KubernetesObject,
  byUid: ReadonlyMap<string | undefined, KubernetesObject>,
): TreeNode {
  const {
    uid,
    ownerReferences = [],
    resourceVersion,
    creationTimestamp,
  } = object.metadata;
  const parents = ownerReferences.flatMap(owner => {
    const parent = byUid.get(owner.uid);
    return parent ? [{ ...describeRef(parent), uid: owner.uid }] : [];
  });
  const images = object.kind === 'Pod' ? listImages(object) : [];
  const health = describeHealth(object);
  return {
    ...describeRef(object),
    uid,
    ...(parents.length > 0 && { parentRefs: parents }),
    resourceVersion,
    ...(images.length > 0 && { images }),
    ...(health && { health }),
    createdAt: creationTimestamp,
  };
}

const sortKey = ({ group = '', kind, namespace = '', name }: TreeNode) =>
  `${group}/${kind}/${namespace}/${name}`;

/** What an application deployed, what that owns, and what is missing of it. */
export function describeTree(
  store: ClusterStore,
  { name, spec }: LiveApplication,
  targets: Targets | undefined,
): TreeNode[] {
  const live = withDependants(store, listTracked(store, name));
  const byUid = new Map(live.map(object => [object.metadata.uid, object]));
  const known = new Set(live.map(keyOfObject));
  const wanted =
    targets?.kind === 'loaded'
      ? placeTargets(targets.objects, name, spec.destination.namespace)
      : [];
  const missing = wanted.filter(
    target => !known.has(keyOfObject(target)) && !isHook(target),
  );
  return [
    ...live.map(object => describeNode(object, byUid)),
    ...missing.map(
      (target): TreeNode => ({
        ...describeRef(target),
        health: { status: 'Missing' },
      }),
    ),
  ].sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}
