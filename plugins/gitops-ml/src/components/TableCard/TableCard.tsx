import { ReactNode, useMemo } from 'react';
import { ColumnConfig, Table, Text, useTable } from '@backstage/ui';
import { useViewState } from '../../hooks/useViewState';
import {
  formatSort,
  parseSort,
  SortKey,
  sortRows,
} from '../../view-model/sortRows';
import { SearchBox } from '../SearchBox/SearchBox';
import styles from './TableCard.module.css';

const PAGE_SIZES = [20, 50, 100];

interface TableCardProps<T extends { id: string }> {
  title: string;
  searchLabel: string;
  columns: readonly ColumnConfig<T>[];
  /** In their natural order; search and sort come from the URL. */
  rows: T[];
  search: (rows: T[], text: string) => T[];
  sortKeys: Record<string, (row: T) => SortKey>;
  hrefOf: (row: T) => string;
  isStale: boolean;
  empty: ReactNode;
}

/** A searchable, sortable, paged table whose whole state is in the URL. */
export function TableCard<T extends { id: string }>(props: TableCardProps<T>) {
  const { rows, search, sortKeys } = props;
  const state = useViewState();
  const searched = state.get('search');
  const sorted = state.get('sort');
  const shown = useMemo(
    () => (searched ? search(rows, searched) : rows),
    [rows, search, searched],
  );
  const { tableProps } = useTable<T>({
    mode: 'complete',
    data: shown,
    sort: parseSort(sorted) ?? null,
    onSortChange: ({ column, direction }) =>
      state.set(
        { sort: formatSort({ column: String(column), direction }) },
        { replace: true },
      ),
    sortFn: (data, { column, direction }) =>
      sortRows(data, { column: String(column), direction }, sortKeys),
    paginationOptions: {
      pageSize: PAGE_SIZES[0],
      pageSizeOptions: PAGE_SIZES,
      type: shown.length > PAGE_SIZES[0] ? 'page' : 'none',
    },
  });
  return (
    <section className={styles.root} aria-label={props.title}>
      <div className={styles.head}>
        <Text as="h3" variant="body-large" weight="bold">
          {props.title}
        </Text>
        <SearchBox label={props.searchLabel} />
      </div>
      <Table
        columnConfig={props.columns}
        {...tableProps}
        isStale={props.isStale}
        rowConfig={{ getHref: props.hrefOf }}
        emptyState={
          searched ? (
            <Text>{`Nothing here matches “${searched}”.`}</Text>
          ) : (
            props.empty
          )
        }
      />
    </section>
  );
}
