/** What may be done with a resource. @public */
export type ClusterVerb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete';

/** Who may do what; `*` stands for all. @public */
export interface ClusterRule {
  verbs: (ClusterVerb | '*')[];
  /** The core group is ''. */
  apiGroups: string[];
  /** Plurals; a subresource stands for itself: `rollouts/status`. */
  resources: string[];
  /** Without it: in all, and what has no namespace. */
  namespaces?: string[];
}

/** Somebody who may ask the cluster. @public */
export interface ClusterAccount {
  /** The bearer token. */
  token: string;
  /** As messages name it. */
  user: string;
  rules: ClusterRule[];
}

/** What somebody is about to do. */
export interface Attempt {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  /** None: in all namespaces, or of what has none. */
  namespace?: string;
}

const holds = (allowed: readonly string[], asked: string) =>
  allowed.includes('*') || allowed.includes(asked);

/** May an account do this? The one answer for requests and for access reviews. */
export function isAllowed(
  { rules }: ClusterAccount,
  { verb, group, resource, subresource, namespace }: Attempt,
): boolean {
  const full = subresource ? `${resource}/${subresource}` : resource;
  return rules.some(
    rule =>
      holds(rule.verbs, verb) &&
      holds(rule.apiGroups, group) &&
      holds(rule.resources, full) &&
      (rule.namespaces === undefined ||
        (namespace !== undefined && holds(rule.namespaces, namespace))),
  );
}

/** One that may do everything. @public */
export const allRights: ClusterRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
];

/** What Backstage needs: to see what runs, and to act on Rollouts. @public */
export const backstageRights: ClusterRule[] = [
  {
    verbs: ['get', 'list', 'watch'],
    apiGroups: ['', 'apps', 'batch', 'autoscaling', 'networking.k8s.io'],
    resources: [
      'namespaces',
      'configmaps',
      'services',
      'pods',
      'events',
      'limitranges',
      'resourcequotas',
      'persistentvolumeclaims',
      'deployments',
      'replicasets',
      'statefulsets',
      'daemonsets',
      'jobs',
      'cronjobs',
      'horizontalpodautoscalers',
      'ingresses',
    ],
  },
  {
    verbs: ['get', 'list', 'watch'],
    apiGroups: ['argoproj.io'],
    resources: ['*'],
  },
  {
    verbs: ['patch'],
    apiGroups: ['argoproj.io'],
    resources: ['rollouts', 'rollouts/status'],
  },
];
