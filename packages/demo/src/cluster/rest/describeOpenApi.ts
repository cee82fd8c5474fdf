import { Kind, kinds } from '../kinds';

const gvkOf = ({ group, version, name }: Kind) => ({
  group,
  version,
  kind: name,
});

const rootOf = ({ group, version }: Kind) =>
  group === '' ? `api/${version}` : `apis/${group}/${version}`;

const schemaName = ({ group, version, name }: Kind) =>
  [group || 'core', version, name].join('.');

const anything = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

/** Specs are checked by nobody here: a schema says the fields that all objects have. */
const describeSchema = (kind: Kind) => ({
  type: 'object',
  description: `The demo's cluster keeps a ${kind.name} as it is given.`,
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: anything,
    spec: anything,
    status: anything,
  },
  'x-kubernetes-group-version-kind': [gvkOf(kind)],
  'x-kubernetes-preserve-unknown-fields': true,
});

/** With it kubectl leaves the check of what it sends to the server. */
const fieldValidation = {
  name: 'fieldValidation',
  in: 'query',
  schema: { type: 'string' },
};

function describePath(kind: Kind): [string, object] {
  const place = kind.namespaced ? 'namespaces/{namespace}/' : '';
  const patch = {
    'x-kubernetes-action': 'patch',
    'x-kubernetes-group-version-kind': gvkOf(kind),
    parameters: [fieldValidation],
    responses: {
      200: {
        description: 'OK',
        content: {
          'application/json': {
            schema: { $ref: `#/components/schemas/${schemaName(kind)}` },
          },
        },
      },
    },
  };
  return [`/${rootOf(kind)}/${place}${kind.plural}/{name}`, { patch }];
}

const describeRoot = (own: Kind[]) => ({
  openapi: '3.0.0',
  info: { title: 'Kubernetes', version: 'v1.34.4' },
  paths: Object.fromEntries(own.map(describePath)),
  components: {
    schemas: Object.fromEntries(
      own.map(kind => [schemaName(kind), describeSchema(kind)]),
    ),
  },
});

const roots = [...new Set(kinds.map(rootOf))];

/** The documents below `/openapi/v3`, by their path. */
export const openApiDocuments: readonly [string, object][] = [
  [
    '/openapi/v3',
    {
      paths: Object.fromEntries(
        roots.map(root => [root, { serverRelativeURL: `/openapi/v3/${root}` }]),
      ),
    },
  ],
  ...roots.map((root): [string, object] => [
    `/openapi/v3/${root}`,
    describeRoot(kinds.filter(kind => rootOf(kind) === root)),
  ]),
];
