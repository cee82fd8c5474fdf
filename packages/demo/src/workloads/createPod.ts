import { ClusterStore } from '../cluster/ClusterStore';
import { randomSuffix } from '../cluster/generateName';
import { KubernetesObject, OwnerReference } from '../cluster/KubernetesObject';
import { PodTemplate } from './contract';

/** An object as the owner of what it makes. */
export function toOwner(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** Makes a pod of a template, named after its owner. */
export function createPod(
  store: ClusterStore,
  owner: KubernetesObject,
  template: PodTemplate,
  labels: Record<string, string> = {},
): KubernetesObject {
  const { name, namespace } = owner.metadata;
  const { metadata, spec } = template;
  return store.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${randomSuffix()}`,
      namespace,
      labels: { ...metadata.labels, ...labels },
      annotations: metadata.annotations,
      ownerReferences: [toOwner(owner)],
    },
    spec,
  });
}

/** The objects of a kind that `owner` is responsible for. */
export function listOwned(
  store: ClusterStore,
  kind: 'Pod' | 'ReplicaSet',
  owner: KubernetesObject,
): KubernetesObject[] {
  const { namespace, uid } = owner.metadata;
  return store
    .list(kind, { namespace })
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some(
        reference => reference.controller && reference.uid === uid,
      ),
    );
}
