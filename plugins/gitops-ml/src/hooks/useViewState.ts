import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** Everything of a view that is in its URL. */
type ViewParameter =
  | 'revision'
  | 'search'
  | 'sort'
  | 'output'
  | 'project'
  | 'view'
  | 'model'
  | 'version'
  | 'doctor'
  | 'environment'
  | 'finding'
  | 'status';

type ViewChanges = Partial<Record<ViewParameter, string | undefined>>;

interface ViewState {
  get(name: ViewParameter): string | undefined;
  /** `replace` for what is typed letter by letter. */
  set(changes: ViewChanges, options?: { replace?: boolean }): void;
  /** The link to this view with these changes. */
  hrefWith(changes: ViewChanges): string;
}

function applyChanges(search: URLSearchParams, changes: ViewChanges) {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** The view's state, kept in the URL so that every view is a link. */
export function useViewState(): ViewState {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  return useMemo(
    () => ({
      get: name => search.get(name) || undefined,
      set: (changes, options) =>
        setSearch(before => applyChanges(before, changes), {
          replace: options?.replace,
          preventScrollReset: true,
        }),
      hrefWith: changes => {
        const query = applyChanges(search, changes).toString();
        return query ? `${pathname}?${query}` : pathname;
      },
    }),
    [search, setSearch, pathname],
  );
}
