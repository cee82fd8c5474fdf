import { z } from 'zod/v4';
import { KubernetesObject } from './KubernetesObject';
import { StatusError } from './StatusError';

const jsonObjectSchema = z.record(z.string(), z.json());

const metadataSchema = z.looseObject({
  name: z.string().default(''),
  generateName: z.string().optional(),
  namespace: z.string().optional(),
  uid: z.string().optional(),
  resourceVersion: z.string().optional(),
  generation: z.number().optional(),
  creationTimestamp: z
    .string()
    .nullish()
    .transform(time => time ?? undefined),
  deletionTimestamp: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  ownerReferences: z
    .array(
      z.object({
        apiVersion: z.string(),
        kind: z.string(),
        name: z.string(),
        uid: z.string(),
        controller: z.boolean().optional(),
        blockOwnerDeletion: z.boolean().optional(),
      }),
    )
    .optional(),
  finalizers: z.array(z.string()).optional(),
});

/** An object as it is sent, or kept on disk. */
export const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: metadataSchema,
  spec: jsonObjectSchema.optional(),
  status: jsonObjectSchema.optional(),
  data: jsonObjectSchema.optional(),
}) satisfies z.ZodType<KubernetesObject>;

/** An object made of JSON, with nothing `undefined` in it. BadRequest where it is none. */
export function parseObject(value: unknown): KubernetesObject {
  const parsed = objectSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue.path.join('.') || 'the object';
    throw new StatusError(
      'BadRequest',
      `the object provided is unrecognized: ${where}: ${issue.message}`,
    );
  }
  const object: KubernetesObject = JSON.parse(JSON.stringify(parsed.data));
  return object;
}
