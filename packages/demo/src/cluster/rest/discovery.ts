import { Kind, KindName, kinds } from '../kinds';
import { openApiDocuments } from './describeOpenApi';
import { reviews } from './reviews/reviews';

const objectVerbs = [
  'create',
  'delete',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const statusVerbs = ['get', 'patch', 'update'];

const describeReview = ({
  kind,
  plural,
}: {
  kind: string;
  plural: string;
}) => ({
  name: plural,
  singularName: kind.toLowerCase(),
  namespaced: false,
  kind,
  verbs: ['create'],
});

/** What `kubectl get all` shows. */
const shownByAll: readonly KindName[] = [
  'Pod',
  'Service',
  'ReplicaSet',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'HorizontalPodAutoscaler',
];

function describeKind(kind: Kind): object[] {
  const { name, plural, namespaced, shortNames, hasStatus } = kind;
  const main = {
    name: plural,
    singularName: name.toLowerCase(),
    namespaced,
    kind: name,
    verbs: objectVerbs,
    ...(shortNames && { shortNames }),
    ...(shownByAll.includes(name) && { categories: ['all'] }),
  };
  const status = {
    name: `${plural}/status`,
    singularName: '',
    namespaced,
    kind: name,
    verbs: statusVerbs,
  };
  return hasStatus ? [main, status] : [main];
}

const groups = new Map<string, string>([
  ...kinds
    .filter(({ group }) => group !== '')
    .map(({ group, version }): [string, string] => [group, version]),
  ...reviews.map(({ group }): [string, string] => [group, 'v1']),
]);

function describeGroup(group: string, version: string) {
  const groupVersion = { groupVersion: `${group}/${version}`, version };
  return {
    name: group,
    versions: [groupVersion],
    preferredVersion: groupVersion,
  };
}

function listResources(group: string, version: string) {
  const own = kinds.filter(kind => kind.group === group);
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: group ? `${group}/${version}` : version,
    resources: [
      ...own.flatMap(describeKind),
      ...reviews.filter(each => each.group === group).map(describeReview),
    ],
  };
}

const version = {
  major: '1',
  minor: '34',
  gitVersion: 'v1.34.4-gitops-ml-demo',
  platform: 'linux/amd64',
};

/** What a cluster says of itself: which groups, versions and resources it has. */
const documents = new Map<string, object>([
  ['/version', version],
  ['/api', { kind: 'APIVersions', versions: ['v1'] }],
  ['/api/v1', listResources('', 'v1')],
  [
    '/apis',
    {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [...groups].map(([group, v]) => describeGroup(group, v)),
    },
  ],
  ...openApiDocuments,
  ...[...groups].flatMap(([group, v]): [string, object][] => [
    [
      `/apis/${group}`,
      { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(group, v) },
    ],
    [`/apis/${group}/${v}`, listResources(group, v)],
  ]),
]);

/** The discovery document at a path; `undefined` where there is none. */
export function discover(path: string): object | undefined {
  return documents.get(path.replace(/\/$/, ''));
}
