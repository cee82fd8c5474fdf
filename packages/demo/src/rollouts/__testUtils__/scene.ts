import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod/v4';

const object = z.record(z.string(), z.json());
const counts = z.record(z.string(), z.int());

const measurement = z.object({
  phase: z.enum(['Successful', 'Failed', 'Error', 'Inconclusive']),
  value: z.string().optional(),
  message: z.string().optional(),
});

const lineSchema = z.union([
  z.strictObject({ scene: z.string(), start: z.int() }),
  z.strictObject({ t: z.number(), action: object }),
  z.strictObject({
    t: z.number(),
    generation: z.int(),
    status: object,
    spec: object.optional(),
  }),
  z.strictObject({ t: z.number(), hash: z.string(), wanted: z.int(), counts }),
  z.strictObject({
    run: z.string(),
    spec: z.object({
      args: z.array(z.object({ name: z.string(), value: z.string() })),
      metrics: z.array(object),
    }),
    measurements: z.record(z.string(), z.array(measurement)),
    result: object,
  }),
]);

export type SceneLine = z.infer<typeof lineSchema>;

/** What was recorded of a scene, in the order of time. */
export function readScene(name: string): SceneLine[] {
  const file = path.resolve(__dirname, '../__fixtures__', `${name}.ndjson.gz`);
  return gunzipSync(readFileSync(file))
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => lineSchema.parse(JSON.parse(line)));
}
