import { z } from 'zod/v4';
import {
  ArgoCdApplication,
  ArgoCdApplicationEvent,
  ArgoCdApplicationSet,
  ArgoCdAppProject,
} from './ArgoCdObjects';

// What is used of Argo CD's REST answers. Source: Argo CD 3.2.11, recorded
// (testdata/SOURCE.md) and its assets/swagger.json. Go omits what is empty,
// or answers null.
const stringMap = z.record(z.string(), z.string()).nullish();
const strings = z.array(z.string()).nullish();

const metadata = z.looseObject({
  name: z.string(),
  namespace: z.string().optional(),
  labels: stringMap,
  annotations: stringMap,
  finalizers: strings,
  uid: z.string().optional(),
  resourceVersion: z.string().optional(),
});

const destination = z.looseObject({
  name: z.string().optional(),
  server: z.string().optional(),
  namespace: z.string().optional(),
});

const condition = z.looseObject({
  type: z.string(),
  status: z.string().optional(),
  message: z.string().optional(),
  lastTransitionTime: z.string().optional(),
});

const source = z.looseObject({
  repoURL: z.string().optional(),
  path: z.string().optional(),
  targetRevision: z.string().optional(),
});

const health = z
  .looseObject({
    status: z.string().optional(),
    message: z.string().optional(),
  })
  .nullish();

const operation = z.looseObject({
  phase: z.string().optional(),
  message: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  syncResult: z
    .looseObject({ revision: z.string().optional(), revisions: strings })
    .nullish(),
});

const deployment = z.looseObject({
  id: z.number().optional(),
  revision: z.string().optional(),
  revisions: strings,
  deployedAt: z.string().optional(),
  initiatedBy: z
    .looseObject({
      username: z.string().optional(),
      automated: z.boolean().optional(),
    })
    .nullish(),
});

const resource = z.looseObject({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  status: z.string().optional(),
  health,
  requiresPruning: z.boolean().optional(),
});

export const sessionSchema = z.object({ token: z.string().min(1) });

export const canISchema = z.object({ value: z.string() });

export const failureSchema = z.object({
  message: z.string().optional(),
  error: z.string().optional(),
});

export const appProjectSchema: z.ZodType<ArgoCdAppProject> = z.looseObject({
  metadata,
  spec: z.looseObject({
    sourceRepos: strings,
    destinations: z.array(destination).nullish(),
  }),
});

/** What is read of an Application. @public */
export const applicationSchema: z.ZodType<ArgoCdApplication> = z.looseObject({
  metadata,
  spec: z.looseObject({
    project: z.string(),
    source: source.nullish(),
    sources: z.array(source).nullish(),
    destination,
  }),
  status: z
    .looseObject({
      sync: z
        .looseObject({
          status: z.string().optional(),
          revision: z.string().optional(),
          revisions: strings,
        })
        .nullish(),
      health,
      reconciledAt: z.string().nullish(),
      operationState: operation.nullish(),
      conditions: z.array(condition).nullish(),
      history: z.array(deployment).nullish(),
      resources: z.array(resource).nullish(),
    })
    .nullish(),
});

export const applicationListSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string().optional() }).nullish(),
  items: z.array(applicationSchema).nullish(),
});

/** A line of a stream (grpc-gateway): a message, or the error that ends it. */
export const applicationLineSchema = z.union([
  z.object({
    result: z.looseObject({
      type: z.string(),
      application: applicationSchema,
    }) satisfies z.ZodType<ArgoCdApplicationEvent>,
  }),
  z.object({
    error: z.looseObject({
      message: z.string().optional(),
      http_code: z.number().optional(),
      grpc_code: z.number().optional(),
    }),
  }),
]);

export const applicationSetSchema: z.ZodType<ArgoCdApplicationSet> =
  z.looseObject({
    metadata,
    spec: z.looseObject({
      template: z.looseObject({
        spec: z.looseObject({ project: z.string() }),
      }),
    }),
    status: z
      .looseObject({
        conditions: z.array(condition).nullish(),
        resources: z.array(z.looseObject({ name: z.string() })).nullish(),
      })
      .nullish(),
  });

export const generatedSchema = z.object({
  applications: z.array(applicationSchema).nullish(),
});

export const repositorySchema = z.looseObject({ repo: z.string() });
