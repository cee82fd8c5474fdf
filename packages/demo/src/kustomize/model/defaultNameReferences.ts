import { FieldSpec } from './FieldSpec';
import { Gvk } from './Gvk';
import { NameReference } from './TransformerConfig';

// What kustomize has built in (builtinpluginconsts/namereference.go), said
// shorter: the pod templates of the workloads repeat the same fields.
const podSpecs: Record<string, string> = {
  Pod: 'spec',
  PodTemplate: 'template/spec',
  Deployment: 'spec/template/spec',
  ReplicaSet: 'spec/template/spec',
  ReplicationController: 'spec/template/spec',
  DaemonSet: 'spec/template/spec',
  StatefulSet: 'spec/template/spec',
  Job: 'spec/template/spec',
  CronJob: 'spec/jobTemplate/spec/template/spec',
};
const withMounts = [
  'Pod',
  'PodTemplate',
  'Deployment',
  'ReplicaSet',
  'DaemonSet',
  'StatefulSet',
  'Job',
  'CronJob',
];
const withAccounts = [
  'Pod',
  'StatefulSet',
  'Deployment',
  'ReplicationController',
  'CronJob',
  'Job',
  'DaemonSet',
];

const anyKind: Gvk = { group: '', version: '', kind: '' };
const field = (kind: string, path: string, group = ''): FieldSpec => ({
  ...anyKind,
  group,
  kind,
  path,
  create: false,
});

const inPods = (kinds: string[], fields: string[]): FieldSpec[] =>
  kinds.flatMap(kind =>
    fields.map(each => field(kind, `${podSpecs[kind]}/${each}`)),
  );

const configMapFields = [
  'volumes/configMap/name',
  'containers/env/valueFrom/configMapKeyRef/name',
  'initContainers/env/valueFrom/configMapKeyRef/name',
  'containers/envFrom/configMapRef/name',
  'initContainers/envFrom/configMapRef/name',
  'volumes/projected/sources/configMap/name',
];
const secretFields = [
  'volumes/secret/secretName',
  'containers/env/valueFrom/secretKeyRef/name',
  'initContainers/env/valueFrom/secretKeyRef/name',
  'containers/envFrom/secretRef/name',
  'initContainers/envFrom/secretRef/name',
  'imagePullSecrets/name',
  'volumes/projected/sources/secret/name',
];
const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';
const ruleNames = ['Role', 'ClusterRole'].map(kind =>
  field(kind, 'rules/resourceNames'),
);

export const defaultNameReferences: NameReference[] = [
  ...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map(
    kind => ({
      ...anyKind,
      kind,
      fieldSpecs: [
        field('HorizontalPodAutoscaler', 'spec/scaleTargetRef/name'),
      ],
    }),
  ),
  {
    ...anyKind,
    version: 'v1',
    kind: 'ConfigMap',
    fieldSpecs: [
      ...inPods(withMounts, configMapFields),
      field('Node', 'spec/configSource/configMap'),
      ...ruleNames,
      field(
        'Ingress',
        'metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap',
      ),
    ],
  },
  {
    ...anyKind,
    version: 'v1',
    kind: 'Secret',
    fieldSpecs: [
      ...inPods(withMounts, secretFields),
      field('Ingress', 'spec/tls/secretName'),
      ...[
        'ingress.kubernetes.io\\/auth-secret',
        'nginx.ingress.kubernetes.io\\/auth-secret',
        'nginx.ingress.kubernetes.io\\/auth-tls-secret',
      ].map(each => field('Ingress', `metadata/annotations/${each}`)),
      field('ServiceAccount', 'imagePullSecrets/name'),
      ...['secretName', 'adminSecretName', 'userSecretName', 'secretRef'].map(
        each => field('StorageClass', `parameters/${each}`),
      ),
      ...ruleNames,
      {
        ...field(
          'Service',
          'spec/template/spec/containers/env/valueFrom/secretKeyRef/name',
          'serving.knative.dev',
        ),
        version: 'v1',
      },
      field('PersistentVolume', 'spec/azureFile/secretName'),
    ],
  },
  {
    ...anyKind,
    version: 'v1',
    kind: 'Service',
    fieldSpecs: [
      field('StatefulSet', 'spec/serviceName', 'apps'),
      field('Ingress', 'spec/rules/http/paths/backend/serviceName'),
      field('Ingress', 'spec/backend/serviceName'),
      field('Ingress', 'spec/rules/http/paths/backend/service/name'),
      field('Ingress', 'spec/defaultBackend/service/name'),
      field('APIService', 'spec/service/name', 'apiregistration.k8s.io'),
      ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
        kind => field(kind, 'webhooks/clientConfig/service', admission),
      ),
    ],
  },
  {
    ...anyKind,
    group: rbac,
    kind: 'Role',
    fieldSpecs: [field('RoleBinding', 'roleRef/name', rbac)],
  },
  {
    ...anyKind,
    group: rbac,
    kind: 'ClusterRole',
    fieldSpecs: ['RoleBinding', 'ClusterRoleBinding'].map(kind =>
      field(kind, 'roleRef/name', rbac),
    ),
  },
  {
    ...anyKind,
    version: 'v1',
    kind: 'ServiceAccount',
    fieldSpecs: [
      ...['RoleBinding', 'ClusterRoleBinding'].map(kind =>
        field(kind, 'subjects', rbac),
      ),
      ...inPods(withAccounts, ['serviceAccountName']),
    ],
  },
  {
    ...anyKind,
    version: 'v1',
    kind: 'PersistentVolumeClaim',
    fieldSpecs: inPods(withAccounts, [
      'volumes/persistentVolumeClaim/claimName',
    ]),
  },
  {
    ...anyKind,
    version: 'v1',
    kind: 'PersistentVolume',
    fieldSpecs: [
      field('PersistentVolumeClaim', 'spec/volumeName'),
      field('ClusterRole', 'rules/resourceNames'),
    ],
  },
  {
    ...anyKind,
    group: 'storage.k8s.io',
    version: 'v1',
    kind: 'StorageClass',
    fieldSpecs: [
      field('PersistentVolume', 'spec/storageClassName'),
      field('PersistentVolumeClaim', 'spec/storageClassName'),
      field('StatefulSet', 'spec/volumeClaimTemplates/spec/storageClassName'),
    ],
  },
  {
    ...anyKind,
    group: 'scheduling.k8s.io',
    version: 'v1',
    kind: 'PriorityClass',
    fieldSpecs: inPods(withAccounts, ['priorityClassName']),
  },
  {
    ...anyKind,
    group: admission,
    kind: 'ValidatingAdmissionPolicy',
    fieldSpecs: [
      field('ValidatingAdmissionPolicyBinding', 'spec/policyName', admission),
    ],
  },
];
