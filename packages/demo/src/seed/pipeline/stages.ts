import { z } from 'zod/v4';
import { Files } from '../dvc/hashes';
import { describeRelease } from './describeRelease';
import { FEATURE_COLUMNS, featurize } from './featurize';
import { formatJson } from './formatJson';
import { TRANSACTION_COLUMNS } from './makeTransactions';
import { Parameters } from './parameters';
import { prepare } from './prepare';
import { formatRows, readRows, Row } from './rows';
import { evaluate, Metrics, Model } from './scoring';
import { train } from './train';

/** What a stage is given. */
interface StageInput {
  /** All files of the working tree, those that DVC keeps included. */
  files: Files;
  parameters: Parameters;
  /** What follows the script's name in the command. */
  words: string[];
}

/** A stage: the texts that it writes, by path. */
type RunStage = (input: StageInput) => Record<string, string>;

const RAW = 'data/raw/transactions.csv';
const PREPARED = 'data/processed/transactions.csv';
const FEATURES = 'data/processed/features.csv';

function readText(files: Files, path: string): string {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`there is no ${path}`);
  return bytes.toString();
}

const splitOf = (files: Files, split: 'train' | 'holdout'): Row[] =>
  readRows(readText(files, FEATURES)).filter(row => row.split === split);

/** The text of models/<name>.json. */
export const modelSchema: z.ZodType<Model> = z.strictObject({
  kind: z.literal('logistic-regression'),
  features: z.array(z.string()),
  means: z.array(z.number()),
  scales: z.array(z.number()),
  weights: z.array(z.number()),
  bias: z.number(),
  threshold: z.number(),
});

const formatMetrics = (metrics: Metrics) => `${formatJson({ ...metrics })}\n`;

/** The stages of the skeleton's dvc.yaml; apps/training/<stage>.py defines each. */
export const STAGES: Record<string, RunStage> = {
  prepare: ({ files, parameters }) => {
    const minimum = parameters.prepare.minimum_amount_cents;
    const rows = prepare(readRows(readText(files, RAW)), minimum);
    return { [PREPARED]: formatRows(TRANSACTION_COLUMNS, rows) };
  },
  featurize: ({ files, parameters }) => {
    const { window_days: days, holdout_percent: percent } =
      parameters.featurize;
    const rows = featurize(readRows(readText(files, PREPARED)), days, percent);
    return { [FEATURES]: formatRows(FEATURE_COLUMNS, rows) };
  },
  train: ({ files, parameters, words: [path] }) => {
    const { learning_rate, positive_weight, ...rest } = parameters.train;
    const rows = splitOf(files, 'train');
    const model = train(rows, {
      ...rest,
      learningRate: learning_rate,
      positiveWeight: positive_weight,
    });
    return {
      [path]: `${formatJson({ ...model })}\n`,
      'metrics/training.json': formatMetrics(evaluate(model, rows)),
    };
  },
  evaluate: ({ files, words: [path] }) => {
    const model = modelSchema.parse(JSON.parse(readText(files, path)));
    const metrics = evaluate(model, splitOf(files, 'holdout'));
    return { 'metrics/evaluation.json': formatMetrics(metrics) };
  },
  describe: ({ files, parameters, words: [name, model] }) => {
    const { version } = parameters.release;
    const release = { name, version, model };
    return { 'infra/serving/release.env': describeRelease(files, release) };
  },
};
