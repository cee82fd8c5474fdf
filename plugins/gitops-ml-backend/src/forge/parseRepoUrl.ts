import { describeRepository, Repository } from './describeRepository';
import { Forge } from './forges';

// Azure and Bitbucket also want a project or a workspace.
const TWO_PARTS = new Set(['gitea', 'github', 'gitlab']);

/**
 * The repository that the scaffolder's `host?owner=…&repo=…` names. `undefined`
 * where no integration has the host, or its forge wants more than owner and name.
 * Source: @backstage/plugin-scaffolder-node, parseRepoUrl.
 */
export function parseRepoUrl(
  repoUrl: string,
  forges: readonly Forge[],
): Repository | undefined {
  if (!URL.canParse(`https://${repoUrl}`)) return undefined;
  const { host, searchParams } = new URL(`https://${repoUrl}`);
  const owner = searchParams.get('owner');
  const name = searchParams.get('repo');
  const forge = forges.find(each => each.host.toLowerCase() === host);
  if (!forge || !owner || !name || !TWO_PARTS.has(forge.type)) return undefined;
  const path = [...owner.split('/'), name].map(encodeURIComponent).join('/');
  return describeRepository(`${forge.baseUrl}/${path}`, forges);
}
