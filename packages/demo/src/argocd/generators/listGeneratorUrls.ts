import { Json } from '@gitops-ml/core';

/** The repositories that generators read, however deep they stand. */
export function listGeneratorUrls(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(listGeneratorUrls);
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'repoURL' && typeof inner === 'string'
      ? [inner]
      : listGeneratorUrls(inner),
  );
}
