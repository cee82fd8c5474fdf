import { z } from 'zod/v4';

const pushSchema = z.looseObject({
  repository: z.looseObject({
    clone_url: z.string().optional(),
    git_http_url: z.string().optional(),
  }),
});

/** Where a webhook of Gitea, GitHub or GitLab says that somebody pushed; `undefined` where it says nothing. */
export function readPushedUrl(text: string): string | undefined {
  try {
    const { repository } = pushSchema.parse(JSON.parse(text));
    return repository.clone_url ?? repository.git_http_url;
  } catch {
    return undefined;
  }
}
