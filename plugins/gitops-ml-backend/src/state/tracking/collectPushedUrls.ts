import { z } from 'zod/v4';

const text = z.string().optional().catch(undefined);
const links = z.object({ href: text }).partial().optional().catch(undefined);

/** The keys under which forges name the pushed repository; everything else is ignored. */
const payloadSchema = z.object({
  // GitHub, Gitea, Bitbucket
  repository: z
    .object({
      clone_url: text,
      html_url: text,
      ssh_url: text,
      git_url: text,
      git_http_url: text,
      homepage: text,
      links: z.object({ html: links }).partial().optional().catch(undefined),
    })
    .partial()
    .optional()
    .catch(undefined),
  // GitLab
  project: z
    .object({ git_http_url: text, web_url: text, git_ssh_url: text })
    .partial()
    .optional()
    .catch(undefined),
  // Azure DevOps
  resource: z
    .object({
      repository: z
        .object({ remoteUrl: text })
        .partial()
        .optional()
        .catch(undefined),
    })
    .partial()
    .optional()
    .catch(undefined),
});

/** Event topics of the forges' webhooks. */
export const PUSH_TOPICS = [
  'gitea',
  'github',
  'gitlab',
  'bitbucketCloud',
  'bitbucketServer',
  'azureDevOps',
];

/** The URLs by which a webhook's payload names its repository; none for what is no such payload. */
export function collectPushedUrls(payload: unknown): string[] {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return [];
  const { repository, project, resource } = parsed.data;
  return [
    repository?.clone_url,
    repository?.git_http_url,
    repository?.html_url,
    repository?.ssh_url,
    repository?.git_url,
    repository?.homepage,
    repository?.links?.html?.href,
    project?.git_http_url,
    project?.web_url,
    project?.git_ssh_url,
    resource?.repository?.remoteUrl,
  ].filter(url => url !== undefined);
}
