import { ClusterStore } from '../cluster/ClusterStore';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { podStatusSchema, replicaSetSpecSchema } from './contract';
import { createPod, listOwned } from './createPod';
import { Controller, ControllerContext } from './runController';
import { setStatus } from './setStatus';

/** When a pod became ready, in milliseconds of the Unix time; `undefined`: it is not. */
function readySince(pod: KubernetesObject): number | undefined {
  const { conditions } = podStatusSchema.parse(pod.status ?? {});
  const ready = conditions.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True') return undefined;
  return Date.parse(ready.lastTransitionTime ?? '');
}

/** Those that serve last go last: not ready ones first, then the youngest. */
function inOrderOfDeletion(pods: KubernetesObject[]): KubernetesObject[] {
  const rank = (pod: KubernetesObject) => readySince(pod) ?? Infinity;
  return [...pods].sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}

function scale(
  store: ClusterStore,
  set: KubernetesObject,
  pods: KubernetesObject[],
): void {
  const { replicas, template } = replicaSetSpecSchema.parse(set.spec);
  for (let count = pods.length; count < replicas; count++) {
    createPod(store, set, template);
  }
  const surplus = Math.max(0, pods.length - replicas);
  for (const { metadata } of inOrderOfDeletion(pods).slice(0, surplus)) {
    store.delete('Pod', metadata.namespace, metadata.name);
  }
}

function reconcile(
  set: KubernetesObject,
  { store, clock }: ControllerContext,
): number | undefined {
  const { minReadySeconds } = replicaSetSpecSchema.parse(set.spec);
  scale(store, set, listOwned(store, 'Pod', set));
  const pods = listOwned(store, 'Pod', set);
  const ready = pods.map(readySince).filter(since => since !== undefined);
  const waits = ready.map(
    since => since + minReadySeconds * 1000 - clock.now(),
  );
  const available = waits.filter(wait => wait <= 0).length;
  setStatus(store, set, {
    replicas: pods.length,
    ...(pods.length > 0 && { fullyLabeledReplicas: pods.length }),
    ...(ready.length > 0 && { readyReplicas: ready.length }),
    ...(available > 0 && { availableReplicas: available }),
    observedGeneration: set.metadata.generation,
  });
  const next = waits.filter(wait => wait > 0);
  return next.length > 0 ? Math.min(...next) : undefined;
}

/** Keeps as many pods as a ReplicaSet wants, and counts them. */
export const replicaSetController: Controller = {
  kind: 'ReplicaSet',
  reconcile,
};
