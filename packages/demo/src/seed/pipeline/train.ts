import { Row } from './rows';
import { Model, sigmoid, standardize } from './scoring';

/** The section `train` of params.yaml. */
interface TrainParameters {
  epochs: number;
  features: string[];
  l2: number;
  learningRate: number;
  positiveWeight: number;
  threshold: number;
}

/** Mean and standard deviation; 1 for a feature that never changes. */
function measure(rows: readonly Row[], feature: string): [number, number] {
  let total = 0n;
  let squares = 0n;
  for (const row of rows) {
    const value = BigInt(row[feature]);
    total += value;
    squares += value * value;
  }
  const count = BigInt(rows.length);
  // In integers as far as possible, as train.py: no cancellation.
  const variance =
    Number(count * squares - total * total) / Number(count * count);
  return [Number(total) / rows.length, Math.sqrt(variance) || 1];
}

/** One pass of gradient descent over the rows; changes `weights`, answers the bias. */
function descend(
  inputs: readonly number[][],
  labels: readonly number[],
  weights: number[],
  from: number,
  rate: number,
  { l2, positiveWeight }: TrainParameters,
): number {
  let bias = from;
  inputs.forEach((values, row) => {
    let total = bias;
    for (let index = 0; index < values.length; index++) {
      total += weights[index] * values[index];
    }
    let step = rate * (sigmoid(total) - labels[row]);
    if (labels[row]) step *= positiveWeight;
    bias -= step;
    for (let index = 0; index < values.length; index++) {
      weights[index] -= step * values[index] + rate * l2 * weights[index];
    }
  });
  return bias;
}

/** Stage `train`: a logistic regression, fitted row by row (train.py). */
export function train(
  rows: readonly Row[],
  parameters: TrainParameters,
): Model {
  const { features, epochs, learningRate, threshold } = parameters;
  const measures = features.map(feature => measure(rows, feature));
  const scaling = {
    features,
    means: measures.map(([mean]) => mean),
    scales: measures.map(([, scale]) => scale),
  };
  const inputs = rows.map(row => standardize(scaling, row));
  const labels = rows.map(row => Number(row.is_fraud));
  const weights = features.map(() => 0);
  let bias = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = learningRate / (1 + epoch);
    bias = descend(inputs, labels, weights, bias, rate, parameters);
  }
  return { kind: 'logistic-regression', ...scaling, weights, bias, threshold };
}
