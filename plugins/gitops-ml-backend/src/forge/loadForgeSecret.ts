import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Repository } from './describeRepository';
import { ForgeSecret } from './forgeCredentials';

/** Obtains what {@link ForgeSecret} needs; a GitHub App or Azure asks its forge for a token. */
export type LoadForgeSecret = (
  repository: Pick<Repository, 'forge' | 'webUrl'>,
) => Promise<ForgeSecret>;

/** {@link LoadForgeSecret} from `integrations`. */
export function createLoadForgeSecret(
  integrations: ScmIntegrationRegistry,
): LoadForgeSecret {
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const gitlab =
    DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  const azure =
    DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  return async ({ forge, webUrl: url }) => {
    switch (forge) {
      case 'github':
        return {
          type: forge,
          token: (await github.getCredentials({ url })).token,
        };
      case 'gitlab':
        return {
          type: forge,
          token: (await gitlab.getCredentials({ url })).token,
        };
      case 'azure':
        return {
          type: forge,
          credentials: await azure.getCredentials({ url }),
        };
      case 'gitea':
        return {
          type: forge,
          config: integrations.gitea.byUrl(url)?.config ?? {},
        };
      case 'bitbucketCloud':
        return {
          type: forge,
          config: integrations.bitbucketCloud.byUrl(url)?.config ?? {},
        };
      case 'bitbucketServer':
        return {
          type: forge,
          config: integrations.bitbucketServer.byUrl(url)?.config ?? {},
        };
      default:
        return forge satisfies never;
    }
  };
}
