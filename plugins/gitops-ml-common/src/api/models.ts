import { z } from 'zod/v4';
import { commitSchema, envelopeSchema, hashSchema } from './envelope';
import { dataOutputSchema, dataRemoteSchema, pushedSchema } from './data';

/** A version that was assigned to a stage. `at` is ISO 8601 in UTC. @public */
export const assignmentSchema = z.object({
  stage: z.string(),
  version: z.string(),
  commit: z.string(),
  tag: z.string(),
  at: z.string(),
  author: z.string().optional(),
  active: z.boolean(),
});
/** What {@link assignmentSchema} accepts. @public */
export type AssignmentView = z.infer<typeof assignmentSchema>;

/** Numbers of the metrics files at a version's commit. @public */
export const metricValueSchema = z.object({
  file: z.string(),
  name: z.string(),
  value: z.number(),
});

/**
 * A version of a model, with what its commit says of it. Times are ISO 8601 in UTC.
 * @public
 */
export const modelVersionSchema = z.object({
  version: z.string(),
  commit: commitSchema,
  tag: z.string().optional(),
  registeredAt: z.string().optional(),
  author: z.string().optional(),
  message: z.string().optional(),
  active: z.boolean(),
  /** gto, descriptor, registered-model */
  source: z.string(),
  /** Stages whose newest active assignment is this version. */
  stages: z.array(z.string()),
  artifact: z
    .object({
      path: z.string(),
      hash: hashSchema.optional(),
      size: z.number().optional(),
      /** The name of the remote that it is kept on. */
      remote: z.string().optional(),
      pushed: pushedSchema,
    })
    .optional(),
  metrics: z.array(metricValueSchema),
  /** Metrics files whose values are in the DVC remote, not in Git. */
  metricsInRemote: z.array(z.string()),
  provenance: z
    .object({
      stage: z.string(),
      declaredIn: z.string(),
      command: z.string().optional(),
      inputs: z.array(
        z.object({
          path: z.string(),
          hash: hashSchema.optional(),
          /** DVC tracks it; else it is a file of Git. */
          tracked: z.boolean(),
        }),
      ),
      params: z.record(z.string(), z.unknown()),
    })
    .optional(),
  /** What the model's feature service took at that commit; absent without one, or where it can't be told. */
  featureViews: z.array(z.string()).optional(),
});
/** What {@link modelVersionSchema} accepts. @public */
export type ModelVersionView = z.infer<typeof modelVersionSchema>;

/** A model; versions and assignments newest first. @public */
export const modelSchema = z.object({
  name: z.string(),
  deprecated: z.boolean(),
  description: z.string().optional(),
  type: z.string().optional(),
  labels: z.array(z.string()),
  latest: z.string().optional(),
  /** The artifact at the revision itself; without a hash it was not made yet. */
  artifact: dataOutputSchema
    .pick({
      path: true,
      hash: true,
      unreadable: true,
      stage: true,
      declaredIn: true,
    })
    .optional(),
  /** The file whose metrics `mainMetric` and `thresholds` name; absent is any. */
  metricsFile: z.string().optional(),
  mainMetric: z.object({ name: z.string(), better: z.string() }).optional(),
  featureService: z.string().optional(),
  thresholds: z.array(
    z.object({
      metric: z.string(),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
  ),
  versions: z.array(modelVersionSchema),
  stages: z.record(z.string(), assignmentSchema),
  assignments: z.array(assignmentSchema),
});
/** What {@link modelSchema} accepts. @public */
export type ModelView = z.infer<typeof modelSchema>;

/** `GET …/models` @public */
export const modelsResponseSchema = envelopeSchema.extend({
  remotes: z.array(dataRemoteSchema),
  models: z.array(modelSchema),
});
/** What {@link modelsResponseSchema} accepts. @public */
export type ModelsResponse = z.infer<typeof modelsResponseSchema>;

/** `GET …/models/{model}`; a `/` or `:` of the name is percent-encoded. @public */
export const modelResponseSchema = envelopeSchema.extend({
  model: modelSchema,
});
/** What {@link modelResponseSchema} accepts. @public */
export type ModelResponse = z.infer<typeof modelResponseSchema>;
