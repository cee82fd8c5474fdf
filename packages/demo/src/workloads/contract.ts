import { z } from 'zod/v4';

// What the controllers read of the objects that they look after. What an object
// leaves out has the default of Kubernetes.

const labelsSchema = z.record(z.string(), z.string());
const jsonSchema = z.record(z.string(), z.json());

const templateSchema = z.object({
  metadata: z
    .object({
      labels: labelsSchema.default({}),
      annotations: labelsSchema.default({}),
    })
    .default({ labels: {}, annotations: {} }),
  spec: jsonSchema,
});

/** What pods are made from. */
export type PodTemplate = z.infer<typeof templateSchema>;

export const replicaSetSpecSchema = z.object({
  replicas: z.number().int().min(0).default(1),
  minReadySeconds: z.number().default(0),
  template: templateSchema,
});

/** A number, or a share of the replicas: `25%`. */
const countOrShareSchema = z.union([
  z.number().int().min(0),
  z.string().regex(/^\d+%$/),
]);

export const deploymentSpecSchema = z.object({
  replicas: z.number().int().min(0).default(1),
  minReadySeconds: z.number().default(0),
  paused: z.boolean().default(false),
  revisionHistoryLimit: z.number().default(10),
  progressDeadlineSeconds: z.number().default(600),
  selector: z.object({ matchLabels: labelsSchema }),
  strategy: z
    .object({
      type: z.enum(['RollingUpdate', 'Recreate']).default('RollingUpdate'),
      rollingUpdate: z
        .object({
          maxSurge: countOrShareSchema.default('25%'),
          maxUnavailable: countOrShareSchema.default('25%'),
        })
        .default({ maxSurge: '25%', maxUnavailable: '25%' }),
    })
    .default({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    }),
  template: templateSchema,
});

export type DeploymentSpec = z.infer<typeof deploymentSpecSchema>;

export const jobSpecSchema = z.object({
  backoffLimit: z.number().int().min(0).default(6),
  activeDeadlineSeconds: z.number().optional(),
  suspend: z.boolean().default(false),
  template: templateSchema,
});

export type JobSpec = z.infer<typeof jobSpecSchema>;

const referenceSchema = z.object({
  name: z.string(),
  optional: z.boolean().default(false),
});

const volumeSchema = z.object({
  name: z.string(),
  configMap: z
    .object({
      name: z.string(),
      optional: z.boolean().default(false),
      items: z
        .array(z.object({ key: z.string(), path: z.string() }))
        .optional(),
    })
    .optional(),
  secret: z
    .object({
      secretName: z.string(),
      optional: z.boolean().default(false),
    })
    .optional(),
});

const containerSchema = z.object({
  name: z.string(),
  image: z.string().default(''),
  envFrom: z
    .array(
      z.object({
        configMapRef: referenceSchema.optional(),
        secretRef: referenceSchema.optional(),
      }),
    )
    .default([]),
});

export const podSpecSchema = z.object({
  containers: z.array(containerSchema),
  initContainers: z.array(containerSchema).default([]),
  volumes: z.array(volumeSchema).default([]),
});

export type PodSpec = z.infer<typeof podSpecSchema>;

const conditionSchema = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
  lastProbeTime: z.string().nullish(),
  lastTransitionTime: z.string().optional(),
  lastUpdateTime: z.string().optional(),
});

/** An entry of `status.conditions`. */
export type Condition = z.infer<typeof conditionSchema>;

export const podStatusSchema = z.object({
  phase: z.string().default('Pending'),
  conditions: z.array(conditionSchema).default([]),
  startTime: z.string().optional(),
});

export const replicaSetStatusSchema = z.object({
  replicas: z.number().default(0),
  readyReplicas: z.number().default(0),
  availableReplicas: z.number().default(0),
});

export const deploymentStatusSchema = z.object({
  observedGeneration: z.number().optional(),
  replicas: z.number().default(0),
  updatedReplicas: z.number().default(0),
  readyReplicas: z.number().default(0),
  availableReplicas: z.number().default(0),
  conditions: z.array(conditionSchema).default([]),
});

export type DeploymentStatus = z.infer<typeof deploymentStatusSchema>;

export const jobStatusSchema = z.object({
  startTime: z.string().optional(),
  failed: z.number().default(0),
  conditions: z.array(conditionSchema).default([]),
});

export type JobStatus = z.infer<typeof jobStatusSchema>;

export const autoscalerSpecSchema = z.object({
  minReplicas: z.number().int().default(1),
  maxReplicas: z.number().int(),
  scaleTargetRef: z.object({
    apiVersion: z.string(),
    kind: z.enum(['Rollout', 'Deployment', 'ReplicaSet', 'StatefulSet']),
    name: z.string(),
  }),
});
