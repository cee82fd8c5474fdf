import { readFileSync } from 'node:fs';
import path from 'node:path';
import { md5Of } from '../dvc/hashes';
import { formatJson, formatNumber } from './formatJson';
import { makeTransactions } from './makeTransactions';
import { sigmoid } from './scoring';

const SAMPLE = path.resolve(
  __dirname,
  '../../../../../templates/ml-monorepo/skeleton/data/raw/transactions.csv',
);

describe('makeTransactions', () => {
  const march = makeTransactions('2026-03-01');

  it('extends the sample data of the template', () => {
    expect(march.startsWith(readFileSync(SAMPLE, 'utf8'))).toBe(true);
  });

  // From the Python: apps/training/sample.py --rows 5000.
  it('has the bytes that sample.py writes', () => {
    const rows = march.split('\n').slice(0, 5001);
    expect(md5Of(`${rows.join('\n')}\n`)).toBe(
      'f238f672dfd03992948308824b53cc5b',
    );
  });

  it('ends before the day', () => {
    const last = march.trimEnd().split('\n').at(-1) ?? '';
    expect(last.split(',')[3]).toMatch(/^2026-02-28T/);
  });
});

describe('formatNumber', () => {
  // From Python: f"{value:.6f}".
  it.each([
    [0.0078125, '0.007812'],
    [0.0234375, '0.023438'],
    [-0.0078125, '-0.007812'],
    [1 / 3, '0.333333'],
    [0.0000005, '0.000000'],
    [0.0000015, '0.000002'],
    [4, '4.000000'],
    [-0.0000001, '-0.000000'],
    [123456.7890125, '123456.789012'],
  ])('writes %p as Python does', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('formatJson', () => {
  it('tells whole numbers from others by their type', () => {
    expect(formatJson({ rows: 3n, share: 3, of: ['a', 0.5] })).toBe(
      '{\n  "rows": 3,\n  "share": 3.000000,\n  "of": [\n    "a",\n    0.500000\n  ]\n}',
    );
  });
});

describe('sigmoid', () => {
  it.each([
    [0, 0.5],
    [1000, sigmoid(30)],
    [-1000, sigmoid(-30)],
  ])('of %p is %p', (value, result) => {
    expect(sigmoid(value)).toBe(result);
  });

  it('is close to the logistic function', () => {
    expect(sigmoid(2)).toBeCloseTo(1 / (1 + Math.exp(-2)), 3);
  });
});
