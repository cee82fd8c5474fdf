import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { examples } from './cloneUrl.examples';

/**
 * The template filter `gitopsMlCloneUrl`: the clone URL that publishing to the
 * repository of a RepoUrlPicker will give. What is rendered before publishing
 * (an ApplicationSet's record) has to name it. Throws an InputError for a host
 * that no integration knows.
 */
export function createCloneUrlFilter(integrations: ScmIntegrationRegistry) {
  return createTemplateFilter({
    id: 'gitopsMlCloneUrl',
    description:
      'The clone URL of the repository that a repository picker names, as publishing to it will give it.',
    schema: z =>
      z
        .function()
        .args(z.string().describe('The value of a repository picker.'))
        .returns(z.string().describe('The URL to clone from.')),
    examples,
    filter: (repoUrl: string) => findCloneUrl(repoUrl, integrations),
  });
}

function findCloneUrl(
  repoUrl: string,
  integrations: ScmIntegrationRegistry,
): string {
  const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
  const baseUrl = findBaseUrl(host, integrations);
  return `${baseUrl.replace(/\/+$/, '')}/${owner}/${repo}.git`;
}

function findBaseUrl(
  host: string,
  integrations: ScmIntegrationRegistry,
): string {
  const gitea = integrations.gitea.byHost(host);
  if (gitea) return gitea.config.baseUrl ?? `https://${host}`;
  const gitlab = integrations.gitlab.byHost(host);
  if (gitlab) return gitlab.config.baseUrl;
  if (integrations.github.byHost(host)) return `https://${host}`;
  throw new InputError(
    `The clone URL on ${host} is not known: Gitea, GitHub and GitLab are`,
  );
}
