import { Kind, kinds } from '../kinds';

const REVIEWS = 'authorization.k8s.io';

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

const reviewResource = {
  name: 'selfsubjectaccessreviews',
  singularName: 'selfsubjectaccessreview',
  namespaced: false,
  kind: 'SelfSubjectAccessReview',
  verbs: ['create'],
};

function describeKind(kind: Kind): object[] {
  const { name, plural, namespaced, shortNames, hasStatus } = kind;
  const main = {
    name: plural,
    singularName: name.toLowerCase(),
    namespaced,
    kind: name,
    verbs: objectVerbs,
    ...(shortNames && { shortNames }),
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
  [REVIEWS, 'v1'],
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
      ...(group === REVIEWS ? [reviewResource] : []),
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
