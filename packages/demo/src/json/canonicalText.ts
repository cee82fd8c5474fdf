import { isRecord } from '@gitops-ml/core';

/** JSON whose keys are sorted: equal for equal values. Empty for `undefined`. */
export function canonicalText(value: unknown): string {
  const text: string | undefined = JSON.stringify(value, (_key, inner) =>
    isRecord(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
  return text ?? '';
}
