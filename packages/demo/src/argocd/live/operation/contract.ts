import { z } from 'zod/v4';

// The parts of an Application that its controller writes, as Argo CD 3.2 has
// them (pkg/apis/application/v1alpha1/types.go).

const sourceSchema = z.looseObject({
  repoURL: z.string().default(''),
  path: z.string().optional(),
  targetRevision: z.string().optional(),
});

export type Source = z.infer<typeof sourceSchema>;

const operationResourceSchema = z.object({
  group: z.string().optional(),
  kind: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
});

export const retrySchema = z.looseObject({
  limit: z.number().optional(),
  refresh: z.boolean().optional(),
  backoff: z
    .looseObject({
      duration: z.string().optional(),
      factor: z.number().optional(),
      maxDuration: z.string().optional(),
    })
    .optional(),
});

export type Retry = z.infer<typeof retrySchema>;

export const operationSchema = z.looseObject({
  initiatedBy: z
    .looseObject({
      username: z.string().optional(),
      automated: z.boolean().optional(),
    })
    .default({}),
  retry: retrySchema.default({}),
  sync: z.looseObject({
    revision: z.string().optional(),
    prune: z.boolean().optional(),
    dryRun: z.boolean().optional(),
    autoHealAttemptsCount: z.number().optional(),
    resources: z.array(operationResourceSchema).optional(),
    source: sourceSchema.optional(),
    syncOptions: z.array(z.string()).optional(),
    syncStrategy: z.looseObject({ apply: z.unknown().optional() }).optional(),
  }),
});

export type Operation = z.infer<typeof operationSchema>;

const phaseSchema = z.enum([
  'Running',
  'Terminating',
  'Succeeded',
  'Failed',
  'Error',
]);

export type Phase = z.infer<typeof phaseSchema>;

export const isCompleted = (phase: Phase) =>
  phase !== 'Running' && phase !== 'Terminating';

const resultSchema = z.looseObject({
  group: z.string(),
  version: z.string(),
  kind: z.string(),
  namespace: z.string().default(''),
  name: z.string(),
  status: z.enum(['Synced', 'SyncFailed', 'Pruned', 'PruneSkipped']).optional(),
  message: z.string().optional(),
  hookType: z.string().optional(),
  hookPhase: phaseSchema.optional(),
  syncPhase: z.enum(['PreSync', 'Sync', 'PostSync', 'SyncFail']).optional(),
  images: z.array(z.string()).optional(),
});

/** What became of one resource in one phase. */
export type ResourceResult = z.infer<typeof resultSchema>;

export const operationStateSchema = z.looseObject({
  operation: operationSchema,
  phase: phaseSchema,
  message: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  retryCount: z.number().optional(),
  syncResult: z
    .looseObject({
      resources: z.array(resultSchema).optional(),
      revision: z.string().default(''),
      source: sourceSchema.optional(),
    })
    .optional(),
});

export type OperationState = z.infer<typeof operationStateSchema>;

const historySchema = z.looseObject({
  id: z.number(),
  revision: z.string(),
  deployedAt: z.string(),
  deployStartedAt: z.string().optional(),
  source: sourceSchema,
  initiatedBy: z.looseObject({}).optional(),
});

export type HistoryEntry = z.infer<typeof historySchema>;

const conditionSchema = z.looseObject({
  type: z.string(),
  message: z.string(),
  lastTransitionTime: z.string(),
});

export type ApplicationCondition = z.infer<typeof conditionSchema>;

/** What the controller reads of the status that it wrote. */
export const liveStatusSchema = z.looseObject({
  sync: z
    .looseObject({ status: z.string(), revision: z.string().optional() })
    .optional(),
  health: z
    .looseObject({
      status: z.string().optional(),
      lastTransitionTime: z.string().optional(),
    })
    .optional(),
  history: z.array(historySchema).optional(),
  conditions: z.array(conditionSchema).optional(),
  operationState: operationStateSchema.optional(),
  resources: z.array(z.looseObject({})).optional(),
});

export type LiveStatus = z.infer<typeof liveStatusSchema>;

/** What of a spec says how an application is synced. */
export const liveSpecSchema = z.looseObject({
  project: z.string(),
  source: sourceSchema,
  destination: z.looseObject({
    namespace: z.string().default(''),
  }),
  syncPolicy: z
    .looseObject({
      automated: z
        .looseObject({
          enabled: z.boolean().optional(),
          prune: z.boolean().optional(),
          selfHeal: z.boolean().optional(),
          allowEmpty: z.boolean().optional(),
        })
        .optional(),
      retry: retrySchema.optional(),
      syncOptions: z.array(z.string()).optional(),
    })
    .optional(),
  ignoreDifferences: z
    .array(
      z.looseObject({
        group: z.string().default(''),
        kind: z.string(),
        name: z.string().optional(),
        namespace: z.string().optional(),
        jsonPointers: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});

export type LiveSpec = z.infer<typeof liveSpecSchema>;
