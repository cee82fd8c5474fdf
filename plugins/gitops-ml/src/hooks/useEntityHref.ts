import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** The ML tabs by their default paths. */
type EntityTab =
  | 'ml-overview'
  | 'ml-features'
  | 'ml-data'
  | 'ml-models'
  | 'ml-delivery';

/** Links to the ML tabs of an entity. */
export function useEntityHref(): (
  entityRef: string,
  tab: EntityTab,
  state?: Record<string, string | undefined>,
) => string {
  const linkOf = useEntityRefLink();
  return useCallback(
    (entityRef, tab, state = {}) => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(state)) {
        if (value) search.set(name, value);
      }
      const path = `${linkOf(entityRef)}/${tab}`;
      return search.size > 0 ? `${path}?${search}` : path;
    },
    [linkOf],
  );
}
