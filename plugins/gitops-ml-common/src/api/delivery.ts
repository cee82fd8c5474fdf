import { z } from 'zod/v4';
import { commitSchema, envelopeSchema, observationSchema } from './envelope';
import { pauseSchema, releaseIdentitySchema } from './state';

const stepPositionSchema = z.object({ index: z.number(), count: z.number() });

/** A metric of an analysis, against its limits. @public */
export const analysisMetricSchema = z.object({
  name: z.string(),
  phase: z.string(),
  successful: z.number(),
  failed: z.number(),
  inconclusive: z.number(),
  error: z.number(),
  /** Failures that are still allowed. */
  limit: z.number(),
  /** Inconclusive measurements that are still allowed. */
  inconclusiveLimit: z.number().optional(),
  /** Errors in a row, and how many of them are still allowed. */
  consecutiveErrors: z.number().optional(),
  consecutiveErrorLimit: z.number().optional(),
  count: z.number().optional(),
  successCondition: z.string().optional(),
  failureCondition: z.string().optional(),
  provider: z.string().optional(),
  query: z.string().optional(),
  message: z.string(),
  dryRun: z.boolean(),
  measurements: z.array(
    z.object({
      phase: z.string(),
      value: z.string().optional(),
      message: z.string(),
      startedAt: z.string().optional(),
      finishedAt: z.string().optional(),
    }),
  ),
});

/** A set of pods, and what it serves. @public */
export const deliveryRevisionSchema = z.object({
  number: z.number().optional(),
  /** stable, candidate, preview, earlier */
  role: z.string(),
  name: z.string(),
  hash: z.string(),
  images: z.array(z.string()),
  ready: z.number(),
  desired: z.number(),
  createdAt: z.string().optional(),
  /** What it serves, read from its release ConfigMap. */
  release: releaseIdentitySchema,
});

/** One workload of one environment. @public */
export const deliverySchema = z.object({
  provider: z.string(),
  kind: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  /** The provider's word. */
  phase: z.string(),
  message: z.string(),
  strategy: z.string().optional(),
  step: stepPositionSchema.optional(),
  reached: stepPositionSchema.extend({ inferred: z.boolean() }).optional(),
  weight: z.object({ desired: z.number(), actual: z.number() }).optional(),
  maxWeight: z.number(),
  /** traffic, replicas */
  weightMeans: z.string(),
  aborted: z.boolean(),
  paused: pauseSchema.optional(),
  steps: z.array(
    z.object({
      index: z.number(),
      kind: z.string(),
      value: z.json().optional(),
      /** done, current, later, failed, stopped */
      state: z.string(),
    }),
  ),
  revisions: z.array(deliveryRevisionSchema),
  analyses: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      stepIndex: z.number().optional(),
      hash: z.string().optional(),
      phase: z.string(),
      message: z.string(),
      startedAt: z.string().optional(),
      metrics: z.array(analysisMetricSchema),
    }),
  ),
  /** promote, promote-full, abort, retry, pause; `reason` says why not, or what it does. */
  actions: z.array(
    z.object({ id: z.string(), allowed: z.boolean(), reason: z.string() }),
  ),
  replicas: z.object({
    desired: z.number().optional(),
    current: z.number(),
    updated: z.number(),
    ready: z.number(),
    available: z.number(),
  }),
  /** The object says that a demo's controller made it. */
  simulated: z.boolean(),
  /** Since when the phase is what it is, as far as we saw. */
  since: z.string().optional(),
  /** Newest first: what was seen of it over time, kept by us. */
  events: z.array(
    z.object({
      at: z.string(),
      phase: z.string(),
      message: z.string(),
      step: stepPositionSchema.optional(),
      weight: z.object({ desired: z.number(), actual: z.number() }).optional(),
    }),
  ),
});
/** What {@link deliverySchema} accepts. @public */
export type DeliveryView = z.infer<typeof deliverySchema>;

/** What Argo CD says of an environment's application. @public */
export const applicationSchema = z.object({
  instance: z.string(),
  name: z.string(),
  project: z.string().optional(),
  /** Its page in Argo CD's own UI. */
  url: z.string().optional(),
  /** As the spec has it. */
  targetRevision: z.string().optional(),
  /** Synced, OutOfSync, Unknown */
  sync: z.string().optional(),
  revision: commitSchema.optional(),
  /** Healthy, Progressing, Degraded, Suspended, Missing, Unknown */
  health: z.string().optional(),
  healthMessage: z.string().optional(),
  operation: z
    .object({
      phase: z.string(),
      message: z.string().optional(),
      startedAt: z.string().optional(),
      finishedAt: z.string().optional(),
    })
    .optional(),
  conditions: z.array(
    z.object({
      type: z.string(),
      message: z.string(),
      at: z.string().optional(),
    }),
  ),
  /** Newest first, joined with Git. */
  history: z.array(
    z.object({
      id: z.number(),
      revision: z.string(),
      commit: commitSchema.optional(),
      deployedAt: z.string().optional(),
      initiatedBy: z.string().optional(),
    }),
  ),
  /** Resources that are not Synced or not Healthy; retained ConfigMaps are no drift. */
  resources: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      sync: z.string().optional(),
      health: z.string().optional(),
      message: z.string().optional(),
    }),
  ),
});
/** What {@link applicationSchema} accepts. @public */
export type ApplicationView = z.infer<typeof applicationSchema>;

/** `GET …/delivery` @public */
export const deliveryResponseSchema = envelopeSchema.extend({
  environments: z.array(
    z.object({
      name: z.string(),
      cluster: z.string().optional(),
      namespace: z.string().optional(),
      application: applicationSchema.optional(),
      /** Of Argo CD. */
      argocd: observationSchema,
      /** Of the cluster. */
      kubernetes: observationSchema,
      /** Why nothing of it is shown, when it is not bound to the entity. */
      unbound: z.object({ message: z.string(), remedy: z.string() }).optional(),
      deliveries: z.array(deliverySchema),
      /** Whether the viewer may act (permission gitops-ml.delivery.act). */
      mayAct: z.boolean(),
    }),
  ),
});
/** What {@link deliveryResponseSchema} accepts. @public */
export type DeliveryResponse = z.infer<typeof deliveryResponseSchema>;

/** `POST …/delivery/:environment/:name/actions/:action?kind=Rollout`: body @public */
export const deliveryActionRequestSchema = z.object({
  schemaVersion: z.literal(1),
  /** `true` answers the plan and changes nothing. */
  dryRun: z.boolean().default(false),
  /** What the viewer saw: refused (409) if the object moved on. From the plan. */
  resourceVersion: z.string().optional(),
});
/** What {@link deliveryActionRequestSchema} accepts. @public */
export type DeliveryActionRequest = z.infer<typeof deliveryActionRequestSchema>;

/** The plan, or what came of it. @public */
export const deliveryActionResponseSchema = z.object({
  schemaVersion: z.literal(1),
  action: z.string(),
  /** What is written where: `merge-patch` bodies in order. */
  patches: z.array(
    z.object({ subresource: z.string().optional(), body: z.json() }),
  ),
  target: z.object({
    cluster: z.string(),
    namespace: z.string(),
    kind: z.string(),
    name: z.string(),
    resourceVersion: z.string(),
  }),
  /** Rows of the plan: what is so, and what will be. */
  changes: z.array(
    z.object({ what: z.string(), from: z.string(), to: z.string() }),
  ),
  done: z.boolean(),
  /** The object's own new state; absent in a plan. `confirmed` false = not seen to take effect within the time limit. */
  result: z
    .object({
      confirmed: z.boolean(),
      phase: z.string(),
      message: z.string(),
      step: stepPositionSchema.optional(),
    })
    .optional(),
});
/** What {@link deliveryActionResponseSchema} accepts. @public */
export type DeliveryActionResponse = z.infer<
  typeof deliveryActionResponseSchema
>;
