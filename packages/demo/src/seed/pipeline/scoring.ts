import { Row } from './rows';

/** A logistic regression, as models/<name>.json holds it. */
export interface Model {
  kind: 'logistic-regression';
  features: string[];
  means: number[];
  scales: number[];
  weights: number[];
  bias: number;
  threshold: number;
}

/** What a model is worth on rows whose outcome is known. */
export interface Metrics {
  rows: bigint;
  frauds: bigint;
  accuracy: number;
  precision: number;
  recall: number;
  f1: number;
  roc_auc: number;
  brier: number;
}

/**
 * 1 / (1 + exp(-value)), by (1 + x / 4096) ** 4096: sums, products and quotients
 * in scoring.py's order, so that the bits are those of the Python.
 */
export function sigmoid(value: number): number {
  const bounded = Math.min(Math.max(value, -30), 30);
  let power = 1 - bounded / 4096;
  for (let step = 0; step < 12; step++) power *= power;
  return 1 / (1 + power);
}

/** A row's features in the model's units. */
export function standardize(
  { features, means, scales }: Pick<Model, 'features' | 'means' | 'scales'>,
  row: Row,
): number[] {
  return features.map(
    (feature, index) => (Number(row[feature]) - means[index]) / scales[index],
  );
}

function score(model: Model, row: Row): number {
  let total = model.bias;
  standardize(model, row).forEach((value, index) => {
    total += model.weights[index] * value;
  });
  return sigmoid(total);
}

const ratio = (part: number, whole: number) => (whole ? part / whole : 0);

/** The share of pairs that are in the right order; ties count half. */
function rocAuc(scores: readonly number[], labels: readonly number[]): number {
  const byScore = new Map<number, { hits: number; misses: number }>();
  scores.forEach((value, index) => {
    const found = byScore.get(value) ?? { hits: 0, misses: 0 };
    byScore.set(value, found);
    if (labels[index]) found.hits += 1;
    else found.misses += 1;
  });
  let doubled = 0;
  let below = 0;
  for (const [, { hits, misses }] of [...byScore].sort(([a], [b]) => a - b)) {
    doubled += hits * (2 * below + misses);
    below += misses;
  }
  const positives = labels.filter(Boolean).length;
  return ratio(doubled, 2 * positives * (labels.length - positives));
}

/** As `evaluate` of the skeleton's scoring.py. */
export function evaluate(model: Model, rows: readonly Row[]): Metrics {
  const scores = rows.map(row => score(model, row));
  const labels: number[] = rows.map(row => Number(row.is_fraud));
  const count = (isFlagged: boolean, label: number) =>
    scores.filter(
      (value, index) =>
        value >= model.threshold === isFlagged && labels[index] === label,
    ).length;
  const found = count(true, 1);
  const flagged = found + count(true, 0);
  const frauds = labels.filter(Boolean).length;
  const precision = ratio(found, flagged);
  const recall = ratio(found, frauds);
  let squares = 0;
  scores.forEach((value, index) => {
    squares += (value - labels[index]) * (value - labels[index]);
  });
  return {
    rows: BigInt(rows.length),
    frauds: BigInt(frauds),
    accuracy: ratio(found + count(false, 0), rows.length),
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall),
    roc_auc: rocAuc(scores, labels),
    brier: ratio(squares, rows.length),
  };
}
