import { JsonObject } from '@gitops-ml/core';

/**
 * What a strategic merge must know of a type: which of its lists are merged,
 * by which keys (none: a list of scalars), and the types of its fields.
 */
export interface MergeSchema {
  lists?: Record<string, { keys: string[]; of?: MergeSchema }>;
  fields?: Record<string, MergeSchema>;
}

// From the OpenAPI of Kubernetes 1.21, which kustomize carries: every list with
// x-kubernetes-patch-strategy "merge".
const ephemeralLists: MergeSchema['lists'] = {
  env: { keys: ['name'] },
  volumeDevices: { keys: ['devicePath'] },
  volumeMounts: { keys: ['mountPath'] },
};
const container: MergeSchema = {
  lists: {
    ...ephemeralLists,
    ports: { keys: ['containerPort', 'protocol'] },
  },
};
const podSpec: MergeSchema = {
  lists: {
    containers: { keys: ['name'], of: container },
    ephemeralContainers: { keys: ['name'], of: { lists: ephemeralLists } },
    hostAliases: { keys: ['ip'] },
    imagePullSecrets: { keys: ['name'] },
    initContainers: { keys: ['name'], of: container },
    topologySpreadConstraints: { keys: ['topologyKey', 'whenUnsatisfiable'] },
    volumes: { keys: ['name'] },
  },
};
const metadata: MergeSchema = {
  lists: { finalizers: { keys: [] }, ownerReferences: { keys: ['uid'] } },
};
const template: MergeSchema = { fields: { metadata, spec: podSpec } };
const workload = { fields: { metadata, spec: { fields: { template } } } };

const schemas: Record<string, MergeSchema> = {
  'v1/Pod': template,
  'v1/PodTemplate': { fields: { metadata, template } },
  'v1/ReplicationController': workload,
  'apps/v1/Deployment': workload,
  'apps/v1/ReplicaSet': workload,
  'apps/v1/DaemonSet': workload,
  'apps/v1/StatefulSet': workload,
  'batch/v1/Job': workload,
  'batch/v1/CronJob': {
    fields: { metadata, spec: { fields: { jobTemplate: workload } } },
  },
  'v1/Service': {
    fields: {
      metadata,
      spec: { lists: { ports: { keys: ['port', 'protocol'] } } },
    },
  },
  'v1/ServiceAccount': {
    fields: { metadata },
    lists: { secrets: { keys: ['name'] } },
  },
};

// Kinds of that OpenAPI of which metadata alone has such lists.
const plain = [
  'v1/ConfigMap',
  'v1/Secret',
  'v1/Namespace',
  'v1/PersistentVolume',
  'v1/PersistentVolumeClaim',
  'v1/LimitRange',
  'v1/ResourceQuota',
  'autoscaling/v1/HorizontalPodAutoscaler',
  'networking.k8s.io/v1/Ingress',
  'networking.k8s.io/v1/IngressClass',
  'networking.k8s.io/v1/NetworkPolicy',
  'policy/v1/PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1/Role',
  'rbac.authorization.k8s.io/v1/RoleBinding',
  'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding',
];

/** `undefined` for kinds that kustomize has no schema of: their lists are replaced. */
export function findMergeSchema(object: JsonObject): MergeSchema | undefined {
  const kind = `${object.apiVersion}/${object.kind}`;
  if (plain.includes(kind)) return { fields: { metadata } };
  return Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
}
