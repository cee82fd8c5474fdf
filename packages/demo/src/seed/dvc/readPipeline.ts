import { parse } from 'yaml';
import { z } from 'zod/v4';

const outputSchema = z.union([
  z.string().transform(path => ({ path, isCached: true })),
  z
    .record(z.string(), z.strictObject({ cache: z.literal(false) }))
    .transform(record => ({
      path: Object.keys(record)[0] ?? '',
      isCached: false,
    })),
]);

const stageSchema = z.strictObject({
  cmd: z.string(),
  deps: z.array(z.string()),
  params: z.array(z.string()).default([]),
  outs: z.array(outputSchema).default([]),
  metrics: z.array(outputSchema).default([]),
});

const pipelineSchema = z.looseObject({
  stages: z.record(z.string(), stageSchema),
});

/** A stage of dvc.yaml; `outs` are its metrics too. */
export interface PipelineStage {
  name: string;
  command: string;
  deps: string[];
  params: string[];
  outs: { path: string; isCached: boolean }[];
}

/**
 * The stages of the skeleton's dvc.yaml, in its order, in which each stands behind
 * those that it needs. Throws on anything that the skeleton's has not.
 */
export function readPipeline(text: string): PipelineStage[] {
  const { stages } = pipelineSchema.parse(parse(text));
  return Object.entries(stages).map(([name, stage]) => ({
    name,
    command: stage.cmd,
    deps: stage.deps,
    params: stage.params,
    outs: [...stage.outs, ...stage.metrics],
  }));
}
