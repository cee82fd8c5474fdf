import { z } from 'zod/v4';
import { dataHistoryResponseSchema, dataResponseSchema } from '../api/data';
import { doctorResponseSchema, refreshResponseSchema } from '../api/doctor';
import {
  featureHistoryResponseSchema,
  featuresResponseSchema,
} from '../api/features';
import {
  deliveryActionResponseSchema,
  deliveryResponseSchema,
} from '../api/delivery';
import {
  environmentsResponseSchema,
  fleetResponseSchema,
  releasesResponseSchema,
} from '../api/state';
import { modelResponseSchema, modelsResponseSchema } from '../api/models';
import {
  nameCheckResponseSchema,
  templateOptionsResponseSchema,
} from '../api/template';

interface Operation {
  method: 'get' | 'post';
  /** Below the entity; with a leading slash a path of its own, without a revision. */
  view: string;
  summary: string;
  /** Query parameters besides `revision`, which every GET of an entity takes; all are required. */
  query?: Record<string, string>;
  /** Query parameters that may be left out. */
  optionalQuery?: Record<string, string>;
  status: '200' | '202';
  response: { name: string; schema: z.ZodType };
}

const OPERATIONS: Operation[] = [
  {
    method: 'get',
    view: 'features',
    summary: 'Feature views, services, entities and sources',
    status: '200',
    response: { name: 'FeaturesResponse', schema: featuresResponseSchema },
  },
  {
    method: 'get',
    view: 'features/history',
    summary: 'The history of one feature view, newest first',
    query: {
      project: 'The folder of the Feast project, empty for the root',
      view: 'The name of the view',
    },
    status: '200',
    response: {
      name: 'FeatureHistoryResponse',
      schema: featureHistoryResponseSchema,
    },
  },
  {
    method: 'get',
    view: 'data',
    summary: 'Data versions',
    status: '200',
    response: { name: 'DataResponse', schema: dataResponseSchema },
  },
  {
    method: 'get',
    view: 'data/history',
    summary: 'The history of one output, newest first',
    query: { path: 'The path of the output in the repository' },
    status: '200',
    response: {
      name: 'DataHistoryResponse',
      schema: dataHistoryResponseSchema,
    },
  },
  {
    method: 'get',
    view: 'models',
    summary: 'Models with their versions and stages',
    status: '200',
    response: { name: 'ModelsResponse', schema: modelsResponseSchema },
  },
  {
    method: 'get',
    view: 'models/{model}',
    summary: 'One model',
    status: '200',
    response: { name: 'ModelResponse', schema: modelResponseSchema },
  },
  {
    method: 'get',
    view: 'doctor',
    summary: 'From the annotation to the readers, what works and what does not',
    status: '200',
    response: { name: 'DoctorResponse', schema: doctorResponseSchema },
  },
  {
    method: 'post',
    view: 'refresh',
    summary: 'Look at the repository now',
    status: '202',
    response: { name: 'RefreshResponse', schema: refreshResponseSchema },
  },
  {
    method: 'get',
    view: 'environments',
    summary: 'Per environment what is desired, synced and running',
    status: '200',
    response: {
      name: 'EnvironmentsResponse',
      schema: environmentsResponseSchema,
    },
  },
  {
    method: 'get',
    view: 'releases',
    summary: 'What ran stable, newest first',
    optionalQuery: { environment: 'Only of this environment' },
    status: '200',
    response: { name: 'ReleasesResponse', schema: releasesResponseSchema },
  },
  {
    method: 'get',
    view: 'delivery',
    summary: 'Deliveries and Argo CD applications per environment',
    status: '200',
    response: { name: 'DeliveryResponse', schema: deliveryResponseSchema },
  },
  {
    method: 'post',
    view: 'delivery/{environment}/{workload}/actions/{action}',
    summary: 'Plan an action on a delivery, or act',
    query: { kind: 'The kind of the object, e.g. Rollout' },
    status: '200',
    response: {
      name: 'DeliveryActionResponse',
      schema: deliveryActionResponseSchema,
    },
  },
  {
    method: 'get',
    view: '/v1/fleet',
    summary: 'Every component that the viewer may see, by environment',
    status: '200',
    response: { name: 'FleetResponse', schema: fleetResponseSchema },
  },
  {
    method: 'get',
    view: '/v1/template-options',
    summary: 'Names of Argo CD instances and DVC remotes, for the form',
    status: '200',
    response: {
      name: 'TemplateOptionsResponse',
      schema: templateOptionsResponseSchema,
    },
  },
  {
    method: 'get',
    view: '/v1/name-check',
    summary: 'Whether a name is still to be had',
    query: { name: 'The name, a DNS label' },
    optionalQuery: { repoUrl: 'The repository, `host?owner=…&repo=…`' },
    status: '200',
    response: { name: 'NameCheckResponse', schema: nameCheckResponseSchema },
  },
];

const ENTITY = '/v1/entities/{namespace}/{kind}/{name}';

const REVISION = 'A ref or commit; the head of the default branch by default';

const ERRORS: Record<string, string> = {
  '400': 'A query parameter is wrong',
  '401': 'Not signed in',
  '403': 'No permission',
  '404': 'No such entity, revision or model',
};

/** The HTTP contract as OpenAPI 3.1, from the schemas that routes and client use. */
export function createOpenApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'GitOps ML',
      version: '1',
      description:
        'What the ML repository of a catalog entity holds. Unknown keys and words may appear at any time.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/gitops-ml' }],
    paths: Object.fromEntries(
      OPERATIONS.map(operation => [
        pathOf(operation),
        { [operation.method]: describeOperation(operation) },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        OPERATIONS.map(({ response }) => [
          response.name,
          toJsonSchema(response.schema),
        ]),
      ),
    },
  };
}

function pathOf({ view }: Operation): string {
  return view.startsWith('/') ? view : `${ENTITY}/${view}`;
}

function toJsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

function describeOperation(operation: Operation): object {
  const { summary, status, response } = operation;
  return {
    summary,
    parameters: describeParameters(operation),
    responses: {
      [status]: {
        description: summary,
        content: {
          'application/json': {
            schema: { $ref: `#/components/schemas/${response.name}` },
          },
        },
      },
      ...Object.fromEntries(
        Object.entries(ERRORS).map(([code, description]) => [
          code,
          { description },
        ]),
      ),
    },
  };
}

function describeParameters(operation: Operation): object[] {
  const { method, view, query = {}, optionalQuery = {} } = operation;
  const ofEntity = method === 'get' && !view.startsWith('/');
  const optional = ofEntity
    ? { ...optionalQuery, revision: REVISION }
    : optionalQuery;
  const schema = { type: 'string' };
  const inQuery = (parameters: Record<string, string>, required: boolean) =>
    Object.entries(parameters).map(([name, description]) => ({
      name,
      in: 'query',
      required,
      description,
      schema,
    }));
  return [
    ...Array.from(pathOf(operation).matchAll(/\{(\w+)\}/g), ([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema,
    })),
    ...inQuery(query, true),
    ...inQuery(optional, false),
  ];
}
