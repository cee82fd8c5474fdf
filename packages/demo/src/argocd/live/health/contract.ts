import { z } from 'zod/v4';

// What the health checks read of an object. A field of another type than it
// must have is as absent.

const count = z.number().optional().catch(undefined);
const text = z.string().optional().catch(undefined);

const conditionSchema = z.looseObject({
  type: z.string(),
  status: text,
  reason: text,
  message: text,
});

export const healthInputSchema = z.looseObject({
  metadata: z.looseObject({ generation: count }),
  spec: z
    .looseObject({
      replicas: count,
      paused: z.boolean().optional().catch(undefined),
      type: text,
      restartPolicy: text,
      strategy: z
        .looseObject({ canary: z.unknown().optional() })
        .optional()
        .catch(undefined),
    })
    .prefault({}),
  status: z
    .looseObject({
      phase: text,
      message: text,
      observedGeneration: z
        .union([z.number(), z.string()])
        .optional()
        .catch(undefined),
      replicas: count,
      updatedReplicas: count,
      availableReplicas: count,
      stableRS: text,
      currentPodHash: text,
      pauseConditions: z.array(z.unknown()).optional().catch(undefined),
      conditions: z.array(conditionSchema).optional().catch(undefined),
      loadBalancer: z
        .looseObject({
          ingress: z.array(z.unknown()).optional().catch(undefined),
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** An object as the health checks read it. */
export type HealthInput = z.infer<typeof healthInputSchema>;
