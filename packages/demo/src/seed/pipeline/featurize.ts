import { Row } from './rows';

/** The columns of the features' table. */
export const FEATURE_COLUMNS = [
  'transaction_id',
  'account_id',
  'merchant_id',
  'event_timestamp',
  'split',
  'amount_cents',
  'abroad',
  'card_present',
  'night',
  'account_transactions',
  'account_mean_cents',
  'merchant_transactions',
  'merchant_fraud_per_mille',
  'is_fraud',
] as const;

interface Events {
  /** [second, value], oldest first; those before `first` have left the window. */
  list: [number, number][];
  first: number;
  total: number;
}

/** The sum of what happened in the last seconds, by key. */
class Window {
  private readonly byKey = new Map<string, Events>();

  constructor(private readonly seconds: number) {}

  look(key: string, now: number): { count: number; total: number } {
    const events = this.of(key);
    while (
      events.first < events.list.length &&
      events.list[events.first][0] < now - this.seconds
    ) {
      events.total -= events.list[events.first][1];
      events.first += 1;
    }
    return { count: events.list.length - events.first, total: events.total };
  }

  add(key: string, now: number, value: number): void {
    const events = this.of(key);
    events.list.push([now, value]);
    events.total += value;
  }

  private of(key: string): Events {
    const known = this.byKey.get(key) ?? { list: [], first: 0, total: 0 };
    this.byKey.set(key, known);
    return known;
  }
}

const divide = (part: number, count: number) =>
  String(Math.floor(part / Math.max(count, 1)));

/** Stage `featurize`: what was known when a transaction happened (featurize.py). */
export function featurize(
  rows: readonly Row[],
  windowDays: number,
  holdoutPercent: number,
): Row[] {
  const accounts = new Window(windowDays * 86400);
  const merchants = new Window(windowDays * 86400);
  const training =
    rows.length - Math.floor((rows.length * holdoutPercent) / 100);
  return rows.map((row, index) => {
    const now = Date.parse(row.event_timestamp) / 1000;
    const account = accounts.look(row.account_id, now);
    const merchant = merchants.look(row.merchant_id, now);
    accounts.add(row.account_id, now, Number(row.amount_cents));
    merchants.add(row.merchant_id, now, Number(row.is_fraud));
    return {
      ...row,
      split: index < training ? 'train' : 'holdout',
      night: Math.floor(now / 3600) % 24 < 6 ? '1' : '0',
      account_transactions: String(account.count),
      account_mean_cents: divide(account.total, account.count),
      merchant_transactions: String(merchant.count),
      merchant_fraud_per_mille: divide(merchant.total * 1000, merchant.count),
    };
  });
}
