import { parse } from 'yaml';
import { z } from 'zod/v4';

const schema = z.strictObject({
  prepare: z.strictObject({ minimum_amount_cents: z.int() }),
  featurize: z.strictObject({
    window_days: z.int(),
    holdout_percent: z.int(),
  }),
  train: z.strictObject({
    features: z.array(z.string()),
    epochs: z.int(),
    learning_rate: z.number(),
    l2: z.number(),
    positive_weight: z.number(),
    threshold: z.number(),
  }),
  release: z.strictObject({ version: z.string() }),
});

/** The skeleton's params.yaml. */
export type Parameters = z.infer<typeof schema>;

/** Throws on a parameter that the stages here don't know. */
export const readParameters = (text: string): Parameters =>
  schema.parse(parse(text));
