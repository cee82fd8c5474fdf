import { z } from 'zod/v4';

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
});

const source = z.looseObject({ repoURL: z.string().optional() });


export const sessionSchema = z.object({ token: z.string().min(1) });

export const canISchema = z.object({ value: z.string() });

export const failureSchema = z.object({
  message: z.string().optional(),
  error: z.string().optional(),
});

export const appProjectSchema = z.looseObject({
  metadata,
  spec: z.looseObject({
    sourceRepos: strings,
    destinations: z.array(destination).nullish(),
  }),
});

export const applicationSchema = z.looseObject({
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
        })
        .nullish(),
      health: z
        .looseObject({
          status: z.string().optional(),
          message: z.string().optional(),
        })
        .nullish(),
      operationState: z
        .looseObject({
          phase: z.string().optional(),
          message: z.string().optional(),
        })
        .nullish(),
      conditions: z.array(condition).nullish(),
    })
    .nullish(),
});

export const applicationSetSchema = z.looseObject({
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

/** @public */
export type ArgoCdAppProject = z.infer<typeof appProjectSchema>;
/** @public */
export type ArgoCdApplication = z.infer<typeof applicationSchema>;
/** @public */
export type ArgoCdApplicationSet = z.infer<typeof applicationSetSchema>;
