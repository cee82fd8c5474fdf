import { Fields } from './Fields';

interface Owner {
  kind: string | undefined;
  name: string | undefined;
  uid: string | undefined;
}

/** What all Kubernetes objects say of themselves. */
export interface Metadata {
  apiVersion: string;
  kind: string;
  name: string;
  /** `default` where a manifest names none, as kubectl has it. */
  namespace: string;
  uid: string | undefined;
  generation: number | undefined;
  createdAt: string | undefined;
  labels: ReadonlyMap<string, string>;
  annotations: ReadonlyMap<string, string>;
  owners: Owner[];
}

type Identity = Pick<Metadata, 'apiVersion' | 'kind' | 'name' | 'namespace'>;

export function readMetadata(object: Fields, identity: Identity): Metadata {
  const fields = object.map('metadata');
  return {
    ...identity,
    uid: fields.text('uid'),
    generation: fields.count('generation'),
    createdAt: fields.time('creationTimestamp'),
    labels: fields.texts('labels'),
    annotations: fields.texts('annotations'),
    owners: fields.maps('ownerReferences').map(owner => ({
      kind: owner.text('kind'),
      name: owner.text('name'),
      uid: owner.text('uid'),
    })),
  };
}

/**
 * Does the one own the other? By uid, as the controllers have it; by kind and name
 * only where an exported manifest has lost the uid.
 */
export function isOwnedBy(object: Metadata, owner: Metadata): boolean {
  if (object.namespace !== owner.namespace) return false;
  return object.owners.some(({ uid, kind, name }) =>
    uid !== undefined && owner.uid !== undefined
      ? uid === owner.uid
      : kind === owner.kind && name === owner.name,
  );
}
