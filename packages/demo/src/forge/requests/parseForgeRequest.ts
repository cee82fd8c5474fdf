import { decodeSegments } from './decodePath';
import { ForgeRequest, GitRequest } from './ForgeRequest';
import { parseApiRequest } from './parseApiRequest';
import { parsePageRequest } from './parsePageRequest';
import { isRepositoryName, parseRepositoryName } from './repositoryName';

/** Where the pages' stylesheet is; no organisation has that name. */
export const stylesheetPath = '/assets/forge.css';

const services = ['info/refs', 'git-upload-pack', 'git-receive-pack'] as const;

function parseGit(
  method: string,
  [owner = '', name = '', ...rest]: string[],
  search: URLSearchParams,
): GitRequest | undefined {
  const repository = parseRepositoryName(owner, name);
  const path = rest.join('/');
  const service = services.find(candidate => candidate === path);
  if (!repository || !service) return undefined;
  if (method !== (service === 'info/refs' ? 'GET' : 'POST')) return undefined;
  const isPush =
    service === 'git-receive-pack' ||
    search.get('service') === 'git-receive-pack';
  return { kind: 'git', repository, service, query: String(search), isPush };
}

function parsePage([owner = '', name = '', ...rest]: string[]):
  | ForgeRequest
  | undefined {
  if (!owner) return name ? undefined : { kind: 'home-page' };
  if (!isRepositoryName(owner)) return undefined;
  return name
    ? parsePageRequest(owner, name, rest)
    : { kind: 'organisation-page', organisation: owner };
}

/**
 * What a request for `url` (path and query) asks for; undefined when there is
 * no such thing.
 */
export function parseForgeRequest(
  givenMethod: string,
  url: string,
): ForgeRequest | undefined {
  const method = givenMethod === 'HEAD' ? 'GET' : givenMethod;
  // Not the URL class: it would resolve `..` away before anybody sees it.
  const [pathname = '', query = ''] = url.split('?', 2);
  const segments = decodeSegments(pathname);
  if (!segments) return undefined;
  const search = new URLSearchParams(query);
  if (pathname === stylesheetPath) return { kind: 'stylesheet' };
  if (segments[0] === 'api') {
    return segments[1] === 'v1'
      ? parseApiRequest({ method, segments: segments.slice(2), search })
      : undefined;
  }
  const git = parseGit(method, segments, search);
  if (git || method !== 'GET') return git;
  return parsePage(segments);
}
