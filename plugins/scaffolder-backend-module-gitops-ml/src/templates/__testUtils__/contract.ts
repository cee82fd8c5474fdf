import { z } from 'zod/v4';

/** As much of a template as its tests look at. */
export const templateSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    EXPERIMENTAL_recovery: z.unknown(),
    steps: z.array(z.looseObject({ id: z.string(), action: z.string() })),
    output: z.looseObject({}),
  }),
});

export type Template = z.infer<typeof templateSchema>;

/** The answer of the scaffolder's dry run. */
export const bakedSchema = z
  .object({
    directoryContents: z.array(
      z.object({ path: z.string(), base64Content: z.string() }),
    ),
    output: z.unknown(),
  })
  .transform(({ directoryContents, output }) => ({
    files: Object.fromEntries(
      directoryContents
        .map(({ path, base64Content }): [string, Buffer] => [
          path,
          Buffer.from(base64Content, 'base64'),
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    output,
  }));

/** A rendered repository: its files by path. */
export type Baked = z.infer<typeof bakedSchema>;
