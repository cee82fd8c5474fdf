import { DeliveryRevision, RevisionRole } from './Delivery';
import { Fields } from './Fields';
import { Metadata } from './readMetadata';

/** A ReplicaSet, as far as it is read. */
export interface ReplicaSet {
  metadata: Metadata;
  /** `''` where the label is missing: then it is nobody's stable or candidate. */
  hash: string;
  revision: number | undefined;
  images: string[];
  configMaps: string[];
  modelVersionLabel: string | undefined;
  desired: number;
  replicas: number;
  ready: number;
  available: number;
}

const HASH_LABELS = ['rollouts-pod-template-hash', 'pod-template-hash'];
const REVISIONS = [
  'rollout.argoproj.io/revision',
  'deployment.kubernetes.io/revision',
];

export function readReplicaSet(object: Fields, metadata: Metadata): ReplicaSet {
  const spec = object.map('spec');
  const status = object.map('status');
  const template = spec.map('template');
  const containers = template.map('spec').maps('containers');
  return {
    metadata,
    hash: pick(metadata.labels, HASH_LABELS) ?? '',
    revision: readRevision(metadata),
    images: containers.flatMap(container => container.text('image') ?? []),
    configMaps: [...new Set(containers.flatMap(readConfigMaps))],
    modelVersionLabel: template
      .map('metadata')
      .texts('annotations')
      .get('gitops-ml/model-version'),
    // As Kubernetes defaults it.
    desired: spec.count('replicas') ?? 1,
    replicas: status.count('replicas') ?? 0,
    ready: status.count('readyReplicas') ?? 0,
    available: status.count('availableReplicas') ?? 0,
  };
}

/** The revision that a Deployment or ReplicaSet says to be. */
export function readRevision({ annotations }: Metadata): number | undefined {
  const revision = pick(annotations, REVISIONS);
  return revision !== undefined && /^\d{1,15}$/.test(revision)
    ? Number(revision)
    : undefined;
}

/** Newest first, as the controllers' tools print them. */
export function describeRevisions(
  replicaSets: readonly ReplicaSet[],
  roleOf: (replicaSet: ReplicaSet) => RevisionRole,
): DeliveryRevision[] {
  return [...replicaSets]
    .sort(
      (a, b) =>
        (b.revision ?? -1) - (a.revision ?? -1) ||
        (a.metadata.name < b.metadata.name ? -1 : 1),
    )
    .map(replicaSet => ({
      number: replicaSet.revision,
      role: roleOf(replicaSet),
      name: replicaSet.metadata.name,
      hash: replicaSet.hash,
      images: replicaSet.images,
      ready: replicaSet.ready,
      desired: replicaSet.desired,
      configMaps: replicaSet.configMaps,
      modelVersionLabel: replicaSet.modelVersionLabel,
      createdAt: replicaSet.metadata.createdAt,
    }));
}

function readConfigMaps(container: Fields): string[] {
  return container
    .maps('envFrom')
    .flatMap(source => source.map('configMapRef').text('name') ?? []);
}

function pick(
  texts: ReadonlyMap<string, string>,
  names: readonly string[],
): string | undefined {
  const found = names.find(name => texts.has(name));
  return found === undefined ? undefined : texts.get(found);
}
