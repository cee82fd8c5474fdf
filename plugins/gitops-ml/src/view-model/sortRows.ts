/** What a column sorts by; `undefined` (unknown or absent) comes last either way. */
export type SortKey = string | number | undefined;

interface RowSort {
  column: string;
  direction: 'ascending' | 'descending';
}

function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** Rows in the order of a column. Equal rows keep their places. */
export function sortRows<T>(
  rows: readonly T[],
  sort: RowSort,
  keys: Record<string, (row: T) => SortKey>,
): T[] {
  const keyOf = keys[sort.column];
  if (!keyOf) return [...rows];
  const sign = sort.direction === 'descending' ? -1 : 1;
  return rows
    .map(row => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) {
        return Number(a.key === undefined) - Number(b.key === undefined);
      }
      return compareKeys(a.key, b.key) * sign;
    })
    .map(({ row }) => row);
}

/** `size:desc`, as the URL has it. */
export function parseSort(text: string | undefined): RowSort | undefined {
  const match = text?.match(/^(\w+)(:desc)?$/);
  if (!match) return undefined;
  return {
    column: match[1],
    direction: match[2] ? 'descending' : 'ascending',
  };
}

export function formatSort(sort: RowSort): string {
  return sort.direction === 'descending' ? `${sort.column}:desc` : sort.column;
}
