import { z } from 'zod/v4';

// As far as generators are read here (pkg/apis/application/v1alpha1 of Argo CD 3.2).

const patterns = z
  .array(z.object({ path: z.string(), exclude: z.boolean().optional() }))
  .optional();

/** What git generators are read as. @public */
export const gitGeneratorSchema = z.looseObject({
  repoURL: z.string().default(''),
  revision: z.string().optional(),
  directories: patterns,
  files: patterns,
  values: z.record(z.string(), z.string()).optional(),
  pathParamPrefix: z.string().optional(),
});

/** A git generator of an ApplicationSet. @public */
export type GitGenerator = z.infer<typeof gitGeneratorSchema>;

/** What stands for a single generator, in a matrix or at the top. */
export const generatorSchema = z.looseObject({
  git: gitGeneratorSchema.optional(),
  list: z
    .looseObject({
      elements: z.array(z.record(z.string(), z.json())).optional(),
    })
    .optional(),
  matrix: z
    .looseObject({ generators: z.array(z.record(z.string(), z.json())) })
    .optional(),
});

export type KnownGenerator = z.infer<typeof generatorSchema>;
