import gitUrlParse from 'git-url-parse';
import { Forge, findForge, ForgeType } from './forges';
import { repositoryKey } from './repositoryKey';

/** A repository on a configured forge. */
export interface Repository {
  /** Equal for URLs of one repository. */
  key: string;
  forge: ForgeType;
  /** http or https, without credentials. */
  cloneUrl: string;
  webUrl: string;
}

/**
 * The repository that a URL on a forge belongs to: of a file, a folder or the
 * repository itself. `undefined` where no integration has the host, or the URL
 * is not of the forge's form.
 */
export function describeRepository(
  url: string,
  forges: readonly Forge[],
): Repository | undefined {
  const forge = findForge(url, forges);
  if (!forge) return undefined;
  const urls = repositoryUrls(url, forge);
  const key = urls && repositoryKey(urls.cloneUrl, forges);
  return urls && key ? { key, forge: forge.type, ...urls } : undefined;
}

function repositoryUrls(
  url: string,
  forge: Forge,
): { cloneUrl: string; webUrl: string } | undefined {
  switch (forge.type) {
    case 'gitea':
      return giteaUrls(url, forge.baseUrl);
    case 'bitbucketServer':
      return bitbucketServerUrls(url, forge.baseUrl);
    case 'azure':
      return azureUrls(url, forge.baseUrl);
    case 'github':
    case 'gitlab':
    case 'bitbucketCloud':
      return plainUrls(url, forge.baseUrl);
    default:
      return forge.type satisfies never;
  }
}

function segments(url: string, baseUrl: string): string[] {
  const base = new URL(baseUrl).pathname.replace(/\/+$/, '');
  const { pathname } = new URL(url);
  return pathname.startsWith(`${base}/`)
    ? pathname
        .slice(base.length + 1)
        .split('/')
        .filter(Boolean)
    : [];
}

// git-url-parse takes Gitea's `/src/branch/` for a branch named "branch".
function giteaUrls(url: string, baseUrl: string) {
  const [owner, name] = segments(url, baseUrl);
  if (!owner || !name) return undefined;
  const webUrl = `${baseUrl}/${owner}/${name.replace(/\.git$/, '')}`;
  return { cloneUrl: `${webUrl}.git`, webUrl };
}

function bitbucketServerUrls(url: string, baseUrl: string) {
  const parts = segments(url, baseUrl);
  const [project, name] =
    parts[0] === 'scm'
      ? [parts[1], parts[2]?.replace(/\.git$/, '')]
      : [parts[1], parts[3]];
  if (!project || !name) return undefined;
  const kind = parts[0] === 'users' ? 'users' : 'projects';
  const owner = kind === 'users' ? `~${project}` : project;
  return {
    cloneUrl: `${baseUrl}/scm/${owner}/${name}.git`,
    webUrl: `${baseUrl}/${kind}/${project}/repos/${name}`,
  };
}

function azureUrls(url: string, baseUrl: string) {
  const parts = segments(url, baseUrl);
  const git = parts.indexOf('_git');
  const name = git > 0 ? parts[git + 1] : undefined;
  if (!name) return undefined;
  const webUrl = `${baseUrl}/${parts.slice(0, git + 2).join('/')}`;
  return { cloneUrl: webUrl, webUrl };
}

function plainUrls(url: string, baseUrl: string) {
  const parsed = gitUrlParse(url);
  if (!parsed.owner || !parsed.name) return undefined;
  const webUrl = `${baseUrl}/${parsed.full_name}`;
  return { cloneUrl: `${webUrl}.git`, webUrl };
}
