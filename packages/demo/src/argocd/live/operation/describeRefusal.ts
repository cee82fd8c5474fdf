import { ResourceRef } from '../resources/ResourceRef';
import { findKind } from './applyTask';

/** Why a resource can't be applied at all; nothing where it can. */
export function describeRefusal(
  ref: ResourceRef,
  refuse: (ref: ResourceRef) => string | undefined,
): string | undefined {
  const { group, version, kind, name } = ref;
  if (!findKind(ref)) {
    return `The Kubernetes API could not find ${group}/${kind} for requested resource ${
      ref.namespace ?? ''
    }/${name}. Make sure the "${kind}" CRD is installed on the destination cluster (version ${version}).`;
  }
  return refuse(ref);
}
