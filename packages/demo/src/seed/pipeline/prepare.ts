import { TRANSACTION_COLUMNS } from './makeTransactions';
import { Row } from './rows';

const PATTERNS: Record<string, RegExp> = {
  event_timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  amount_cents: /^\d+$/,
  abroad: /^[01]$/,
  card_present: /^[01]$/,
  is_fraud: /^[01]$/,
};

const isUsable = (row: Row, minimumAmountCents: number) =>
  TRANSACTION_COLUMNS.every(column => row[column]) &&
  Object.entries(PATTERNS).every(([key, pattern]) => pattern.test(row[key])) &&
  Number(row.amount_cents) >= minimumAmountCents;

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Stage `prepare`: usable rows, each once, in the order of time (prepare.py). */
export function prepare(
  rows: readonly Row[],
  minimumAmountCents: number,
): Row[] {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const id = row.transaction_id;
    if (isUsable(row, minimumAmountCents) && !kept.has(id)) kept.set(id, row);
  }
  return [...kept.values()].sort(
    (one, other) =>
      compareText(one.event_timestamp, other.event_timestamp) ||
      compareText(one.transaction_id, other.transaction_id),
  );
}
