/** A ConfigMap as it is sent. */
export const configMap = (name: string, labels = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, labels },
  data: { key: 'value' },
});

const maps = (namespace: string) =>
  `/api/v1/namespaces/${namespace}/configmaps`;

/** What is asked, how, and what the answer holds. */
type ContractCall = [
  what: string,
  method: string,
  path: string,
  body: object | undefined,
  status: number,
  answer: object,
];

/** Single questions that every cluster answers alike. */
export const contractCalls = (namespace: string): ContractCall[] => [
  [
    'what it is',
    'GET',
    '/version',
    undefined,
    200,
    { major: '1', gitVersion: expect.stringMatching(/^v1\./) },
  ],
  ['its core', 'GET', '/api', undefined, 200, { kind: 'APIVersions' }],
  [
    'its groups',
    'GET',
    '/apis',
    undefined,
    200,
    {
      kind: 'APIGroupList',
      groups: expect.arrayContaining([
        expect.objectContaining({
          name: 'apps',
          preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
        }),
      ]),
    },
  ],
  [
    'the resources of a group',
    'GET',
    '/apis/apps/v1',
    undefined,
    200,
    {
      kind: 'APIResourceList',
      groupVersion: 'apps/v1',
      resources: expect.arrayContaining([
        expect.objectContaining({
          name: 'deployments',
          namespaced: true,
          kind: 'Deployment',
          verbs: expect.arrayContaining(['get', 'list', 'watch', 'patch']),
        }),
        expect.objectContaining({ name: 'deployments/status' }),
      ]),
    },
  ],
  [
    'an object that is not there',
    'GET',
    `${maps(namespace)}/nothing`,
    undefined,
    404,
    {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'configmaps "nothing" not found',
      reason: 'NotFound',
      details: { name: 'nothing', kind: 'configmaps' },
      code: 404,
    },
  ],
  [
    'to make an object in a namespace that is not there',
    'POST',
    '/api/v1/namespaces/nowhere-at-all/configmaps',
    configMap('a'),
    404,
    {
      reason: 'NotFound',
      message: 'namespaces "nowhere-at-all" not found',
    },
  ],
  [
    'to make an object with a name of other letters',
    'POST',
    maps(namespace),
    configMap('Not_A_Name'),
    422,
    {
      kind: 'Status',
      reason: 'Invalid',
      details: expect.objectContaining({ name: 'Not_A_Name' }),
    },
  ],
  [
    'to make an object of all namespaces',
    'POST',
    '/api/v1/configmaps',
    configMap('a'),
    405,
    { kind: 'Status', reason: 'MethodNotAllowed' },
  ],
  [
    'to make an object of another namespace than the path says',
    'POST',
    maps(namespace),
    { ...configMap('a'), metadata: { name: 'a', namespace: 'default' } },
    400,
    {
      reason: 'BadRequest',
      message:
        'the namespace of the provided object does not match the namespace sent on the request',
    },
  ],
  [
    'a field that nothing is selected by',
    'GET',
    `${maps(namespace)}?fieldSelector=data.key%3Dvalue`,
    undefined,
    400,
    { kind: 'Status', reason: 'BadRequest' },
  ],
  [
    'whether one may do what everybody may here',
    'POST',
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          verb: 'patch',
          group: 'apps',
          resource: 'deployments',
          namespace,
        },
      },
    },
    201,
    {
      kind: 'SelfSubjectAccessReview',
      apiVersion: 'authorization.k8s.io/v1',
      status: expect.objectContaining({ allowed: true }),
    },
  ],
];
