import {
  getGitLabIntegrationRelativePath,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { ForgeHost } from './repositoryKey';

/** The forges whose clone URLs, links and credentials are known. */
export const FORGE_TYPES = [
  'github',
  'gitlab',
  'gitea',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
] as const;

/** One of {@link FORGE_TYPES}. */
export type ForgeType = (typeof FORGE_TYPES)[number];

/** A configured integration of a known forge. */
export interface Forge extends ForgeHost {
  type: ForgeType;
}

const DEFAULT = (host: string) => `https://${host}`;

/** The configured integrations of known forges, from `integrations`. */
export function listForges(integrations: ScmIntegrationRegistry): Forge[] {
  const of = (
    type: ForgeType,
    configs: { host: string }[],
    baseUrl: (index: number) => string | undefined,
  ): Forge[] =>
    configs.map(({ host }, index) => ({
      type,
      host,
      baseUrl: (baseUrl(index) ?? DEFAULT(host)).replace(/\/+$/, ''),
    }));
  const gitlab = integrations.gitlab.list().map(({ config }) => config);
  const gitea = integrations.gitea.list().map(({ config }) => config);
  return [
    ...of('github', configsOf(integrations.github), () => undefined),
    // The path of a repository's URL holds GitLab's relative path already.
    ...of('gitlab', gitlab, index =>
      gitlab[index].baseUrl.replace(
        new RegExp(`${getGitLabIntegrationRelativePath(gitlab[index])}/*$`),
        '',
      ),
    ),
    ...of('gitea', gitea, index => gitea[index].baseUrl),
    ...of(
      'bitbucketCloud',
      configsOf(integrations.bitbucketCloud),
      () => undefined,
    ),
    ...of(
      'bitbucketServer',
      configsOf(integrations.bitbucketServer),
      () => undefined,
    ),
    ...of('azure', configsOf(integrations.azure), () => undefined),
  ];
}

function configsOf(group: {
  list(): { config: { host: string } }[];
}): { host: string }[] {
  return group.list().map(({ config }) => config);
}

/** The forge that serves a URL: the one with its host, port included. */
export function findForge(
  url: string,
  forges: readonly Forge[],
): Forge | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, protocol } = new URL(url);
  return forges.find(
    forge =>
      forge.host.toLowerCase() === host &&
      new URL(forge.baseUrl).protocol === protocol,
  );
}
