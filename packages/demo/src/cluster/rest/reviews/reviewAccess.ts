import { z } from 'zod/v4';
import { StatusError } from '../../StatusError';
import { Attempt, ClusterAccount, isAllowed } from '../Rights';

const reviewSchema = z.object({
  spec: z.object({
    resourceAttributes: z
      .object({
        verb: z.string().default(''),
        group: z.string().default(''),
        resource: z.string().default(''),
        subresource: z.string().optional(),
        namespace: z.string().optional(),
      })
      .optional(),
    nonResourceAttributes: z
      .object({ path: z.string().optional(), verb: z.string().optional() })
      .optional(),
  }),
});

/** Whether `account` may do what a SelfSubjectAccessReview asks, as Kubernetes answers it. */
export function reviewAccess(account: ClusterAccount, body: unknown): object {
  const { success, data } = reviewSchema.safeParse(body);
  const attributes = data?.spec.resourceAttributes;
  if (!success || (!attributes && !data.spec.nonResourceAttributes)) {
    throw new StatusError(
      'Invalid',
      'SelfSubjectAccessReview.authorization.k8s.io "" is invalid: spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: data.spec,
    // Who may ask at all may read what describes the cluster, and nothing else outside resources.
    status: {
      allowed: attributes ? isAllowed(account, toAttempt(attributes)) : false,
    },
  };
}

function toAttempt(attributes: Attempt): Attempt {
  const { namespace, subresource, ...rest } = attributes;
  return {
    ...rest,
    ...(subresource && { subresource }),
    ...(namespace && { namespace }),
  };
}
