import { useMemo } from 'react';
import {
  CompoundEntityRef,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';

/** The page's entity by name; the same object until another entity is shown. */
export function useEntityRef(): { ref: CompoundEntityRef; text: string } {
  const { entity } = useEntity();
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  return useMemo(() => {
    const ref = { kind, namespace, name };
    return { ref, text: stringifyEntityRef(ref) };
  }, [kind, namespace, name]);
}
