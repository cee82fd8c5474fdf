import { KubernetesObject } from '../../../cluster/KubernetesObject';

/** Which object of a cluster is meant. */
export interface ResourceRef {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  /** Absent where the kind belongs to no namespace. */
  namespace?: string;
  name: string;
}

export function refOf({
  apiVersion,
  kind,
  metadata,
}: KubernetesObject): ResourceRef {
  const at = apiVersion.indexOf('/');
  return {
    group: at < 0 ? '' : apiVersion.slice(0, at),
    version: apiVersion.slice(at + 1),
    kind,
    ...(metadata.namespace && { namespace: metadata.namespace }),
    name: metadata.name,
  };
}

/** Equal for two objects that are the same one, whatever their version. */
export const keyOf = ({ group, kind, namespace = '', name }: ResourceRef) =>
  `${group}/${kind}/${namespace}/${name}`;

export const keyOfObject = (object: KubernetesObject) => keyOf(refOf(object));
