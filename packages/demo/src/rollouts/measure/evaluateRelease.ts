import { z } from 'zod/v4';
import { readRows } from '../../seed/pipeline/rows';
import { evaluate, Model } from '../../seed/pipeline/scoring';
import { modelSchema } from '../../seed/pipeline/stages';
import { LoadObject } from './createObjectLoader';

const hash = z
  .string()
  .regex(/^md5:[0-9a-f]{32}$/)
  .transform(text => text.slice('md5:'.length));

const releaseSchema = z.looseObject({
  MODEL_NAME: z.string(),
  MODEL_VERSION: z.string(),
  MODEL_HASH: hash,
  DATA_HASH: hash,
  DVC_REMOTE_URL: z.string(),
});

function readRelease(environment: Record<string, string>) {
  const { data, error } = releaseSchema.safeParse(environment);
  if (data) return data;
  const names = error.issues.map(issue => issue.path.join('.')).join(', ');
  throw new Error(
    `received non 2xx response code: 503 (the pods' environment has no usable ${names})`,
  );
}

const spoil = (model: Model): Model => ({
  ...model,
  weights: model.weights.map(weight => -weight),
});

/**
 * What the inference service of a release answers at `/evaluation`: its model on
 * the held-out rows of its data. With `isSpoiled` it has loaded the model with
 * the signs of its weights turned.
 * Source: the skeleton's apps/inference-service/release.py.
 */
export async function evaluateRelease(
  environment: Record<string, string>,
  load: LoadObject,
  isSpoiled = false,
): Promise<Record<string, unknown>> {
  const release = readRelease(environment);
  const { DVC_REMOTE_URL: remote, MODEL_HASH, DATA_HASH } = release;
  const [model, data] = await Promise.all([
    load(remote, MODEL_HASH),
    load(remote, DATA_HASH),
  ]);
  const held = readRows(data.toString()).filter(
    ({ split }) => split === 'holdout',
  );
  const released = modelSchema.parse(JSON.parse(model.toString()));
  const metrics = evaluate(isSpoiled ? spoil(released) : released, held);
  return {
    model: {
      name: release.MODEL_NAME,
      version: release.MODEL_VERSION,
      hash: `md5:${MODEL_HASH}`,
    },
    ...metrics,
    rows: Number(metrics.rows),
    frauds: Number(metrics.frauds),
  };
}
