import { z } from 'zod/v4';

/** `GET /v1/template-options`: names for the form of the templates. @public */
export const templateOptionsResponseSchema = z.object({
  schemaVersion: z.literal(1),
  /** Names of the Argo CD instances of `argocd.appLocatorMethods`. */
  argocdInstances: z.array(z.string()),
  /** URL prefixes of `gitopsMl.dvc.remotes`. */
  dvcRemotes: z.array(z.string()),
});
/** @public */
export type TemplateOptionsResponse = z.infer<
  typeof templateOptionsResponseSchema
>;

/**
 * `GET /v1/name-check?name=&repoUrl=`: is the name still to be had? Words: free,
 * taken, unknown. `repoUrl` is of the scaffolder's form, `host?owner=…&repo=…`.
 * @public
 */
export const nameCheckResponseSchema = z.object({
  schemaVersion: z.literal(1),
  catalog: z.string(),
  repository: z.string(),
  /** Why the repository is unknown. */
  message: z.string().optional(),
});
/** @public */
export type NameCheckResponse = z.infer<typeof nameCheckResponseSchema>;
