import { z } from 'zod/v4';

// The shapes of Argo CD 3.2's REST API (pkg/apis/application/v1alpha1) as far
// as this demo reads them; the rest is kept as it is.

const texts = z.record(z.string(), z.string());

const metadataSchema = z.looseObject({
  name: z.string().default(''),
  namespace: z.string().optional(),
  uid: z.string().optional(),
  resourceVersion: z.string().optional(),
  generation: z.number().optional(),
  creationTimestamp: z.string().optional(),
  labels: texts.optional(),
  annotations: texts.optional(),
  finalizers: z.array(z.string()).optional(),
  ownerReferences: z
    .array(z.looseObject({ kind: z.string(), name: z.string() }))
    .optional(),
});

export type Metadata = z.infer<typeof metadataSchema>;

const destinationSchema = z.looseObject({
  server: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
});

export type Destination = z.infer<typeof destinationSchema>;

const groupKinds = z
  .array(
    z.object({ group: z.string().default(''), kind: z.string().default('') }),
  )
  .optional();

export const projectSchema = z.looseObject({
  metadata: metadataSchema.prefault({}),
  spec: z
    .looseObject({
      sourceRepos: z.array(z.string()).optional(),
      destinations: z.array(destinationSchema).optional(),
      description: z.string().optional(),
      clusterResourceWhitelist: groupKinds,
      clusterResourceBlacklist: groupKinds,
      namespaceResourceWhitelist: groupKinds,
      namespaceResourceBlacklist: groupKinds,
    })
    .prefault({}),
  status: z.looseObject({}).prefault({}),
});

export type Project = z.infer<typeof projectSchema>;

const sourceSchema = z.looseObject({
  repoURL: z.string().default(''),
  path: z.string().optional(),
  targetRevision: z.string().optional(),
});

const conditionSchema = z.looseObject({
  type: z.string(),
  message: z.string(),
  lastTransitionTime: z.string(),
});

export const applicationSchema = z.looseObject({
  metadata: metadataSchema.prefault({}),
  spec: z
    .looseObject({
      project: z.string().default(''),
      source: sourceSchema.optional(),
      sources: z.array(sourceSchema).optional(),
      destination: destinationSchema.prefault({}),
    })
    .prefault({}),
  status: z
    .looseObject({ conditions: z.array(conditionSchema).optional() })
    .prefault({}),
});

export type Application = z.infer<typeof applicationSchema>;

const setConditionSchema = z.looseObject({
  type: z.string(),
  status: z.string(),
  reason: z.string(),
  message: z.string(),
  lastTransitionTime: z.string(),
});

export type SetCondition = z.infer<typeof setConditionSchema>;

export const applicationSetSchema = z.looseObject({
  metadata: metadataSchema.prefault({}),
  spec: z
    .looseObject({
      goTemplate: z.boolean().optional(),
      goTemplateOptions: z.array(z.string()).optional(),
      generators: z.array(z.record(z.string(), z.json())).default([]),
      template: z
        .looseObject({
          metadata: z.record(z.string(), z.json()).default({}),
          spec: z.record(z.string(), z.json()).default({}),
        })
        .prefault({}),
      templatePatch: z.string().optional(),
      syncPolicy: z
        .looseObject({
          preserveResourcesOnDeletion: z.boolean().optional(),
          applicationsSync: z.string().optional(),
        })
        .optional(),
    })
    .prefault({}),
  status: z
    .looseObject({
      conditions: z.array(setConditionSchema).optional(),
      resources: z.array(z.looseObject({ name: z.string() })).optional(),
    })
    .prefault({}),
});

export type ApplicationSet = z.infer<typeof applicationSetSchema>;

export const repositorySchema = z.looseObject({
  repo: z.string().default(''),
  type: z.string().optional(),
  name: z.string().optional(),
  project: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  bearerToken: z.string().optional(),
});

export type Repository = z.infer<typeof repositorySchema>;

/** A repository as it is stored; its name is made from URL and project. */
export const storedRepositorySchema = z.object({
  metadata: metadataSchema,
  spec: repositorySchema,
});

export type StoredRepository = z.infer<typeof storedRepositorySchema>;
