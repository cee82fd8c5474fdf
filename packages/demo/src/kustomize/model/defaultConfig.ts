import { FieldSpec } from './FieldSpec';
import { defaultNameReferences } from './defaultNameReferences';
import { TransformerConfig } from './TransformerConfig';

// What kustomize has built in (api/internal/konfig/builtinpluginconsts), as
// `group/version/kind path`; `+` creates the field.
const metadataLabels = `
  + metadata/labels
  + spec/template/metadata/labels /v1/ReplicationController
  + spec/template/metadata/labels //Deployment
  + spec/template/metadata/labels //ReplicaSet
  + spec/template/metadata/labels //DaemonSet
  + spec/template/metadata/labels apps//StatefulSet
  + spec/template/metadata/labels batch//Job
  + spec/jobTemplate/metadata/labels batch//CronJob
  + spec/jobTemplate/spec/template/metadata/labels batch//CronJob`;
const templateLabels = `${metadataLabels}
  + spec/volumeClaimTemplates[]/metadata/labels apps//StatefulSet`;

const affinity = (kind: string) =>
  ['podAffinity', 'podAntiAffinity']
    .flatMap(each => [
      `${each}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm`,
      `${each}/requiredDuringSchedulingIgnoredDuringExecution`,
    ])
    .map(
      each =>
        `- spec/template/spec/affinity/${each}/labelSelector/matchLabels ${kind}`,
    )
    .concat(
      `- spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels ${kind}`,
    )
    .join('\n');

const commonLabels = `
  + spec/selector /v1/Service
  + spec/selector /v1/ReplicationController
  + spec/selector/matchLabels //Deployment
  ${affinity('apps//Deployment')}
  + spec/selector/matchLabels //ReplicaSet
  + spec/selector/matchLabels //DaemonSet
  + spec/selector/matchLabels apps//StatefulSet
  ${affinity('apps//StatefulSet')}
  - spec/selector/matchLabels batch//Job
  - spec/jobTemplate/spec/selector/matchLabels batch//CronJob
  - spec/selector/matchLabels policy//PodDisruptionBudget
  - spec/podSelector/matchLabels networking.k8s.io//NetworkPolicy
  - spec/ingress/from/podSelector/matchLabels networking.k8s.io//NetworkPolicy
  - spec/egress/to/podSelector/matchLabels networking.k8s.io//NetworkPolicy
  ${templateLabels}`;

const commonAnnotations = metadataLabels.replaceAll(
  'metadata/labels',
  'metadata/annotations',
);

const podImages = (podSpec: string) => `
  + ${podSpec}/containers[]/image
  + ${podSpec}/initContainers[]/image
  + ${podSpec}/volumes[]/image/reference`;

export const defaultConfig: TransformerConfig = {
  namePrefix: parse('- metadata/name'),
  nameSuffix: parse('- metadata/name'),
  namespace: parse(`
    + metadata/name //Namespace
    + spec/service/namespace apiregistration.k8s.io//APIService
    - spec/conversion/webhook/clientConfig/service/namespace apiextensions.k8s.io//CustomResourceDefinition`),
  commonLabels: parse(commonLabels),
  labels: [],
  templateLabels: parse(templateLabels),
  commonAnnotations: parse(commonAnnotations),
  images: parse(podImages('spec') + podImages('spec/template/spec')),
  replicas: parse(`
    + spec/replicas //Deployment
    + spec/replicas //ReplicationController
    + spec/replicas //ReplicaSet
    + spec/replicas //StatefulSet`),
  nameReference: defaultNameReferences,
};

function parse(table: string): FieldSpec[] {
  return table
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [create, path, kind = '//'] = line.split(' ');
      const [group, version, name] = kind.split('/');
      return { group, version, kind: name, path, create: create === '+' };
    });
}
