import { CompoundEntityRef } from '@backstage/catalog-model';

/** The path of what is answered about an entity; each part is encoded. */
export function entityPath(
  { namespace, kind, name }: CompoundEntityRef,
  ...view: string[]
): string {
  const parts = [namespace, kind.toLowerCase(), name, ...view];
  return `/v1/entities/${parts.map(encodeURIComponent).join('/')}`;
}
