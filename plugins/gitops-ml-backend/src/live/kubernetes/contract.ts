import { z } from 'zod/v4';

// What is used of the Kubernetes API (1.34), and of what Backstage's kubernetes
// proxy (plugin-kubernetes-backend 0.21) answers in a cluster's stead.

const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: z.string().optional(),
  uid: z.string().optional(),
  resourceVersion: z.string().optional(),
  creationTimestamp: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  ownerReferences: z
    .array(
      z.looseObject({
        kind: z.string(),
        name: z.string(),
        uid: z.string(),
      }),
    )
    .optional(),
});

/** An object with what binding needs of its metadata; the rest is passed on. */
export const liveObjectSchema = z.looseObject({ metadata: metadataSchema });
/** An object as a cluster has it; a list's items come without apiVersion and kind, which are added. */
export type LiveObject = z.infer<typeof liveObjectSchema> & {
  apiVersion: string;
  kind: string;
};

export const objectSchema = liveObjectSchema.extend({
  apiVersion: z.string(),
  kind: z.string(),
});

export const listSchema = z.looseObject({
  metadata: z.looseObject({
    resourceVersion: z.string().optional(),
    continue: z.string().optional(),
  }),
  items: z.array(liveObjectSchema).nullable(),
});

export const watchLineSchema = z.looseObject({
  type: z.string(),
  object: z.unknown(),
});

export const bookmarkSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string() }),
});

export const statusSchema = z.looseObject({
  kind: z.literal('Status'),
  reason: z.string().optional(),
  message: z.string().optional(),
  code: z.number().optional(),
});

/** An error of Backstage's own, instead of the cluster's. */
export const backstageErrorSchema = z.looseObject({
  error: z.looseObject({
    name: z.string().optional(),
    message: z.string().optional(),
    cause: z.looseObject({ code: z.string().optional() }).optional(),
  }),
});

export const configMapSchema = z.looseObject({
  metadata: metadataSchema,
  data: z.record(z.string(), z.string()).nullish(),
});

/** `GET /clusters` of the kubernetes plugin. */
export const clustersSchema = z.looseObject({
  items: z.array(
    z.looseObject({ name: z.string(), authProvider: z.string().optional() }),
  ),
});
