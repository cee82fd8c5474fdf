import { z } from 'zod/v4';

const environment = z.strictObject({
  name: z
    .string()
    .max(63, { error: 'at most 63 characters long' })
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, {
      error: 'a DNS label (lower-case letters, digits and hyphens)',
    })
    .describe('A DNS label, such as `staging`.'),
  instance: z
    .string()
    .optional()
    .describe('The Argo CD instance, by its name in the configuration.'),
  cluster: z
    .string()
    .optional()
    .describe('The destination cluster, as Argo CD names it.'),
  namespace: z.string().optional(),
  overlay: z
    .string()
    .min(1, { error: 'a path' })
    .optional()
    .describe('The kustomize overlay, relative to this file.'),
  revision: z
    .string()
    .optional()
    .describe('The branch, tag or commit that the environment follows.'),
});

/** The shape of `gitops-ml.yaml`. An error's text says what is expected. */
export const gitopsMlFileSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    template: z
      .strictObject({ name: z.string(), version: z.string() })
      .optional()
      .describe('The template that made the repository.'),
    environments: z
      .array(environment)
      .optional()
      .describe('The environments, where the layout alone does not tell them.'),
  })
  .describe('Which template made the repository, and how it is laid out.');
