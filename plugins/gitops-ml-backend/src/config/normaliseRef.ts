import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** A reference in configuration, full and in lower case. Throws for what is none. */
export function normaliseRef(ref: string, defaultKind = 'component'): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
  );
}
