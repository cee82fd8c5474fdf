import { formatRows, Row } from './rows';

/** The columns of the raw and of the prepared data. */
export const TRANSACTION_COLUMNS = [
  'transaction_id',
  'account_id',
  'merchant_id',
  'event_timestamp',
  'amount_cents',
  'abroad',
  'card_present',
  'is_fraud',
] as const;

const START = Date.UTC(2026, 0, 1) / 1000;
const SEED = 20260101;

/** The minimal standard generator of Park and Miller. */
class Draws {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state % limit;
  }
}

interface Payment {
  isRisky: boolean;
  amount: number;
  abroad: boolean;
  cardPresent: boolean;
  night: boolean;
}

function fraudPerMille(payment: Payment): number {
  const { isRisky, amount, abroad, cardPresent, night } = payment;
  const points: [boolean, number][] = [
    [isRisky, 160],
    [abroad, 300],
    [night, 60],
    [amount > 30000, 420],
    [!cardPresent, 30],
    [isRisky && !cardPresent, 420],
  ];
  return points.reduce((sum, [holds, value]) => sum + (holds ? value : 0), 3);
}

const pad = (value: number, width: number) =>
  String(value).padStart(width, '0');

const formatSeconds = (seconds: number) =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

function makeRow(draws: Draws, number: number, clock: number): Row {
  const account = draws.below(400);
  const merchant = draws.below(60);
  const usual = 1500 + ((account * 7919) % 12000);
  let amount = Math.floor(usual / 4) + draws.below(usual * 2);
  if (draws.below(20) === 0) amount *= 5;
  const abroad = draws.below(100) < 8;
  const cardPresent = draws.below(100) < 65;
  const points = fraudPerMille({
    isRisky: merchant % 12 === 0,
    amount,
    abroad,
    cardPresent,
    night: Math.floor(clock / 3600) % 24 < 6,
  });
  const isFraud = draws.below(1000) < points;
  return {
    transaction_id: `T${pad(number, 6)}`,
    account_id: `A${pad(account, 4)}`,
    merchant_id: `M${pad(merchant, 3)}`,
    event_timestamp: formatSeconds(START + clock),
    amount_cents: String(amount),
    abroad: abroad ? '1' : '0',
    card_present: cardPresent ? '1' : '0',
    is_fraud: isFraud ? '1' : '0',
  };
}

/**
 * The transactions before a day, `YYYY-MM-DD`, UTC, by the generator of the
 * skeleton's sample.py: a later day extends the file of an earlier one.
 */
export function makeTransactions(before: string): string {
  const draws = new Draws(SEED);
  const rows: Row[] = [];
  const end = Date.parse(`${before}T00:00:00Z`) / 1000 - START;
  let clock = 60 + draws.below(1500);
  while (clock < end) {
    rows.push(makeRow(draws, rows.length + 1, clock));
    clock += 60 + draws.below(1500);
  }
  return formatRows(TRANSACTION_COLUMNS, rows);
}
