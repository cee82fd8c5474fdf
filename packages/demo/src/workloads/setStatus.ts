import { ClusterStore } from '../cluster/ClusterStore';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { toJson } from '../json/toJson';

/** Gives an object a status, whatever its version has become meanwhile. */
export function setStatus(
  store: ClusterStore,
  object: KubernetesObject,
  status: object,
): void {
  const { resourceVersion: _resourceVersion, ...metadata } = object.metadata;
  store.updateStatus({ ...object, metadata, status: toJson(status) });
}
