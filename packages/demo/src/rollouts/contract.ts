import { z } from 'zod/v4';

/**
 * The objects of Argo Rollouts 1.10 as far as the demo's controller acts on
 * them; a field of a strategy that it does not act on is refused by name.
 * Source: pkg/apis/rollouts/v1alpha1/{types,analysis_types}.go.
 */
const texts = z.record(z.string(), z.string());

const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: z.string(),
  uid: z.string(),
  generation: z.int().optional(),
  creationTimestamp: z.string(),
  deletionTimestamp: z.string().optional(),
  labels: texts.optional(),
  annotations: texts.optional(),
  ownerReferences: z
    .array(
      z.looseObject({
        kind: z.string(),
        uid: z.string(),
        controller: z.boolean().optional(),
      }),
    )
    .optional(),
});

const count = z.int().nonnegative();
const countOrShare = z.union([z.int(), z.string().regex(/^\d+%$/)]);
const seconds = z.union([z.int(), z.string()]);

const analysisArgumentSchema = z.strictObject({
  name: z.string(),
  value: z.string().optional(),
  valueFrom: z
    .strictObject({
      podTemplateHashValue: z.enum(['Latest', 'Stable']).optional(),
      fieldRef: z.strictObject({ fieldPath: z.string() }).optional(),
    })
    .optional(),
});

const templateReferenceSchema = z.strictObject({
  templateName: z.string(),
  clusterScope: z.boolean().optional(),
});

const analysisSchema = z.strictObject({
  templates: z.array(templateReferenceSchema).min(1),
  args: z.array(analysisArgumentSchema).optional(),
});

const stepSchema = z.union([
  z.strictObject({ setWeight: count }),
  z.strictObject({
    pause: z.strictObject({ duration: seconds.optional() }),
  }),
  z.strictObject({ analysis: analysisSchema }),
]);

const canarySchema = z.strictObject({
  steps: z.array(stepSchema).optional(),
  canaryService: z.string().optional(),
  stableService: z.string().optional(),
  maxSurge: countOrShare.optional(),
  maxUnavailable: countOrShare.optional(),
  trafficRouting: z
    .strictObject({
      nginx: z.strictObject({ stableIngress: z.string() }),
      maxTrafficWeight: z.int().positive().optional(),
    })
    .optional(),
  scaleDownDelaySeconds: count.optional(),
  abortScaleDownDelaySeconds: count.optional(),
  analysis: analysisSchema
    .extend({ startingStep: count.optional() })
    .optional(),
});

const podTemplateSchema = z.looseObject({
  metadata: z
    .looseObject({ labels: texts.optional(), annotations: texts.optional() })
    .optional(),
  spec: z.looseObject({
    containers: z.array(z.looseObject({ name: z.string() })),
  }),
});

const rolloutSpecSchema = z.strictObject({
  replicas: count.optional(),
  paused: z.boolean().optional(),
  minReadySeconds: count.optional(),
  progressDeadlineSeconds: count.optional(),
  revisionHistoryLimit: count.optional(),
  rollbackWindow: z.strictObject({ revisions: count }).optional(),
  selector: z.strictObject({ matchLabels: texts }),
  template: podTemplateSchema,
  strategy: z.strictObject({ canary: canarySchema }),
});

const conditionSchema = z.strictObject({
  type: z.string(),
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string(),
  message: z.string(),
  lastTransitionTime: z.string(),
  lastUpdateTime: z.string(),
});

const analysisPhaseSchema = z.enum([
  '',
  'Pending',
  'Running',
  'Successful',
  'Failed',
  'Error',
  'Inconclusive',
]);

const runReferenceSchema = z.looseObject({
  name: z.string(),
  status: analysisPhaseSchema,
  message: z.string().optional(),
});

const destinationSchema = z.looseObject({
  weight: z.int(),
  podTemplateHash: z.string().optional(),
  serviceName: z.string().optional(),
});

const rolloutStatusSchema = z.looseObject({
  phase: z.string().optional(),
  message: z.string().optional(),
  abort: z.boolean().optional(),
  abortedAt: z.string().optional(),
  pauseConditions: z
    .array(z.strictObject({ reason: z.string(), startTime: z.string() }))
    .optional(),
  controllerPause: z.boolean().optional(),
  promoteFull: z.boolean().optional(),
  currentPodHash: z.string().optional(),
  stableRS: z.string().optional(),
  currentStepHash: z.string().optional(),
  currentStepIndex: z.int().optional(),
  observedGeneration: z.string().optional(),
  replicas: count.optional(),
  updatedReplicas: count.optional(),
  readyReplicas: count.optional(),
  availableReplicas: count.optional(),
  HPAReplicas: count.optional(),
  selector: z.string().optional(),
  conditions: z.array(conditionSchema).optional(),
  canary: z
    .looseObject({
      weights: z
        .looseObject({ canary: destinationSchema, stable: destinationSchema })
        .optional(),
      currentStepAnalysisRunStatus: runReferenceSchema.optional(),
      currentBackgroundAnalysisRunStatus: runReferenceSchema.optional(),
    })
    .optional(),
});

/** A Rollout whose specification the demo's controller acts on. */
export const rolloutSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.literal('Rollout'),
  metadata: metadataSchema,
  spec: rolloutSpecSchema,
  status: rolloutStatusSchema.optional(),
});

/** A Rollout of any specification. */
export const anyRolloutSchema = rolloutSchema.extend({
  spec: z.looseObject({}),
});

export const replicaSetSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({ replicas: count, template: podTemplateSchema }),
  status: z
    .looseObject({
      replicas: count.optional(),
      readyReplicas: count.optional(),
      availableReplicas: count.optional(),
      observedGeneration: z.int().optional(),
    })
    .optional(),
});

const limit = z.union([z.int(), z.string().regex(/^-?\d+$/)]);

const metricSchema = z.looseObject({
  name: z.string(),
  interval: z.string().optional(),
  initialDelay: z.string().optional(),
  count: limit.optional(),
  successCondition: z.string().optional(),
  failureCondition: z.string().optional(),
  failureLimit: limit.optional(),
  inconclusiveLimit: limit.optional(),
  consecutiveErrorLimit: limit.optional(),
  consecutiveSuccessLimit: limit.optional(),
  provider: z.record(z.string(), z.json()),
});

const runArgumentSchema = z.looseObject({
  name: z.string(),
  value: z.string().optional(),
});

const measurementSchema = z.looseObject({
  phase: analysisPhaseSchema,
  value: z.string().optional(),
  message: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
});

const metricResultSchema = z.looseObject({
  name: z.string(),
  phase: analysisPhaseSchema,
  message: z.string().optional(),
  count: count.optional(),
  successful: count.optional(),
  failed: count.optional(),
  inconclusive: count.optional(),
  error: count.optional(),
  consecutiveError: count.optional(),
  consecutiveSuccess: count.optional(),
  dryRun: z.boolean().optional(),
  measurements: z.array(measurementSchema).optional(),
});

const dryRunSchema = z.array(z.looseObject({ metricName: z.string() }));

export const analysisRunSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    args: z.array(runArgumentSchema).optional(),
    metrics: z.array(metricSchema),
    dryRun: dryRunSchema.optional(),
    terminate: z.boolean().optional(),
  }),
  status: z
    .looseObject({
      phase: analysisPhaseSchema,
      message: z.string().optional(),
      startedAt: z.string().optional(),
      completedAt: z.string().optional(),
      metricResults: z.array(metricResultSchema).optional(),
    })
    .optional(),
});

export const analysisTemplateSchema = z.looseObject({
  spec: z.looseObject({
    args: z.array(runArgumentSchema).optional(),
    metrics: z.array(metricSchema),
    dryRun: dryRunSchema.optional(),
  }),
});

export type Rollout = z.infer<typeof rolloutSchema>;
export type RolloutStatus = z.infer<typeof rolloutStatusSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type CanaryStep = z.infer<typeof stepSchema>;
export type Analysis = z.infer<typeof analysisSchema>;
export type TrafficWeights = NonNullable<
  NonNullable<RolloutStatus['canary']>['weights']
>;
export type PodTemplate = z.infer<typeof podTemplateSchema>;
export type ReplicaSet = z.infer<typeof replicaSetSchema>;
export type AnalysisRun = z.infer<typeof analysisRunSchema>;
export type AnalysisRunStatus = NonNullable<AnalysisRun['status']>;
export type AnalysisPhase = z.infer<typeof analysisPhaseSchema>;
export type AnalysisTemplate = z.infer<typeof analysisTemplateSchema>;
export type Metric = z.infer<typeof metricSchema>;
export type MetricResult = z.infer<typeof metricResultSchema>;
export type Measurement = z.infer<typeof measurementSchema>;
