import { Delivery } from '@gitops-ml/core';

/** A delivery as the CLI's JSON has it: `null` is "none" or "not known". */
export function describeDeliveries(
  deliveries: readonly Delivery[],
): Record<string, unknown>[] {
  return deliveries.map(delivery => {
    const { provider, kind, namespace, name, ...rest } = delivery;
    return {
      provider,
      kind,
      namespace,
      name,
      // Files don't say of which cluster they are.
      cluster: null,
      ...Object.fromEntries(
        Object.entries(rest).map(([key, value]) => [key, toNull(value)]),
      ),
    };
  });
}

function toNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toNull);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, toNull(each)]),
  );
}
