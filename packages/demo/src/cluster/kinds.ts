import { StatusError } from './StatusError';

interface KindSpec {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  shortNames?: string[];
  namespaced: boolean;
  /** The status is written through a subresource of its own, and only there. */
  hasStatus: boolean;
  /** The generation counts changes of all but metadata (and but a status of its own). */
  hasGeneration: boolean;
}

const core = (plural: string, rest: Partial<KindSpec> = {}): KindSpec => ({
  group: '',
  version: 'v1',
  plural,
  namespaced: true,
  hasStatus: false,
  hasGeneration: false,
  ...rest,
});

const grouped = (
  group: string,
  plural: string,
  rest: Partial<KindSpec> = {},
): KindSpec => ({
  ...core(plural),
  group,
  hasStatus: true,
  hasGeneration: true,
  ...rest,
});

const argo = (plural: string, rest: Partial<KindSpec> = {}): KindSpec =>
  grouped('argoproj.io', plural, { version: 'v1alpha1', ...rest });

/**
 * What this cluster keeps. Argo's own kinds are as their definitions have them:
 * the status of an AnalysisRun, an Application and an AppProject is part of the
 * main resource, and moves the generation.
 */
const table = {
  Namespace: core('namespaces', {
    shortNames: ['ns'],
    namespaced: false,
    hasStatus: true,
  }),
  ConfigMap: core('configmaps', { shortNames: ['cm'] }),
  Secret: core('secrets'),
  ServiceAccount: core('serviceaccounts', { shortNames: ['sa'] }),
  Service: core('services', { shortNames: ['svc'], hasStatus: true }),
  Pod: core('pods', {
    shortNames: ['po'],
    hasStatus: true,
    hasGeneration: true,
  }),
  Event: core('events', { shortNames: ['ev'] }),
  LimitRange: core('limitranges', { shortNames: ['limits'] }),
  ResourceQuota: core('resourcequotas', {
    shortNames: ['quota'],
    hasStatus: true,
  }),
  PersistentVolumeClaim: core('persistentvolumeclaims', {
    shortNames: ['pvc'],
    hasStatus: true,
  }),
  Deployment: grouped('apps', 'deployments', { shortNames: ['deploy'] }),
  ReplicaSet: grouped('apps', 'replicasets', { shortNames: ['rs'] }),
  StatefulSet: grouped('apps', 'statefulsets', { shortNames: ['sts'] }),
  DaemonSet: grouped('apps', 'daemonsets', { shortNames: ['ds'] }),
  Job: grouped('batch', 'jobs'),
  CronJob: grouped('batch', 'cronjobs', { shortNames: ['cj'] }),
  HorizontalPodAutoscaler: grouped('autoscaling', 'horizontalpodautoscalers', {
    version: 'v2',
    shortNames: ['hpa'],
    hasGeneration: false,
  }),
  Ingress: grouped('networking.k8s.io', 'ingresses', { shortNames: ['ing'] }),
  Rollout: argo('rollouts', { shortNames: ['ro'] }),
  AnalysisTemplate: argo('analysistemplates', {
    shortNames: ['at'],
    hasStatus: false,
  }),
  ClusterAnalysisTemplate: argo('clusteranalysistemplates', {
    shortNames: ['cat'],
    namespaced: false,
    hasStatus: false,
  }),
  AnalysisRun: argo('analysisruns', { shortNames: ['ar'], hasStatus: false }),
  Experiment: argo('experiments', { shortNames: ['exp'], hasStatus: false }),
  Application: argo('applications', {
    shortNames: ['app', 'apps'],
    hasStatus: false,
  }),
  ApplicationSet: argo('applicationsets', {
    shortNames: ['appset', 'appsets'],
  }),
  AppProject: argo('appprojects', {
    shortNames: ['appproj', 'appprojs'],
    hasStatus: false,
  }),
} satisfies Record<string, KindSpec>;

/** A kind that the cluster keeps. */
export type KindName = keyof typeof table;

/** A row of the table of kinds. */
export interface Kind extends KindSpec {
  name: KindName;
  /** As an object has it: `apps/v1`, `v1`. */
  apiVersion: string;
  /** As messages name it: `rollouts.argoproj.io`, `pods`. */
  resource: string;
}

function isKindName(name: string): name is KindName {
  return Object.hasOwn(table, name);
}

function describe(name: KindName): Kind {
  const spec: KindSpec = table[name];
  const { group, version, plural } = spec;
  return {
    ...spec,
    name,
    apiVersion: group === '' ? version : `${group}/${version}`,
    resource: group === '' ? plural : `${plural}.${group}`,
  };
}

/** Every kind, in the order in which discovery names them. */
export const kinds: readonly Kind[] = Object.keys(table)
  .filter(isKindName)
  .map(describe);

const byName = new Map(kinds.map(kind => [kind.name, kind]));

/** The row of a kind. */
export function kindOf(name: KindName): Kind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
}

/** The kind that an object says it is of. BadRequest where the cluster keeps no such kind. */
export function readKind(object: { apiVersion: string; kind: string }): Kind {
  const found = kinds.find(
    ({ name, apiVersion }) =>
      name === object.kind && apiVersion === object.apiVersion,
  );
  if (found) return found;
  throw new StatusError(
    'BadRequest',
    `no matches for kind "${object.kind}" in version "${object.apiVersion}"`,
  );
}
