import { parseRepositoryName, RepositoryName } from './repositoryName';

const refKinds = ['branch', 'tag', 'commit'] as const;

/** What a page's URL says that its ref is. */
export type RefKind = (typeof refKinds)[number];

/** What a request to the forge asks for. */
export type ForgeRequest =
  | {
      kind: 'git';
      repository: RepositoryName;
      service: 'info/refs' | 'git-upload-pack' | 'git-receive-pack';
      query: string;
      isPush: boolean;
    }
  | { kind: 'contents'; repository: RepositoryName; path: string; ref?: string }
  | { kind: 'commit'; repository: RepositoryName; ref: string }
  | { kind: 'archive'; repository: RepositoryName; ref: string }
  | {
      kind: 'tree-page';
      repository: RepositoryName;
      refKind: RefKind;
      ref: string;
      path: string;
    }
  | { kind: 'commit-page'; repository: RepositoryName; ref: string }
  | { kind: 'repository-page'; repository: RepositoryName };

function decodeSegments(pathname: string): string[] | undefined {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

// Objects are addressed inside a commit, but a path may not climb either way.
// A decoded segment can hold slashes of its own.
function joinPath(segments: string[]): string | undefined {
  const kept = segments.join('/').split('/').filter(Boolean);
  const climbs = kept.some(
    segment => segment === '.' || segment === '..' || segment.includes('\0'),
  );
  return climbs ? undefined : kept.join('/');
}

function parseGit(
  repository: RepositoryName,
  rest: string,
  search: URLSearchParams,
): ForgeRequest | undefined {
  const service = (
    ['info/refs', 'git-upload-pack', 'git-receive-pack'] as const
  ).find(candidate => candidate === rest);
  if (!service) return undefined;
  const isPush =
    service === 'git-receive-pack' ||
    search.get('service') === 'git-receive-pack';
  return { kind: 'git', repository, service, query: String(search), isPush };
}

function parseApi(
  repository: RepositoryName,
  [what, ...rest]: string[],
  search: URLSearchParams,
): ForgeRequest | undefined {
  if (what === 'contents') {
    const path = joinPath(rest);
    const ref = search.get('ref') ?? undefined;
    return path === undefined
      ? undefined
      : { kind: 'contents', repository, path, ref };
  }
  if (what === 'git' && rest[0] === 'commits') {
    return { kind: 'commit', repository, ref: rest.slice(1).join('/') };
  }
  const archive = /^(.+)\.tar\.gz$/.exec(rest.join('/'));
  return what === 'archive' && archive?.[1]
    ? { kind: 'archive', repository, ref: archive[1] }
    : undefined;
}

function parseTreePage(
  repository: RepositoryName,
  [kind, ref, ...rest]: string[],
): ForgeRequest | undefined {
  const refKind = refKinds.find(candidate => candidate === kind);
  const path = joinPath(rest);
  return refKind && ref && path !== undefined
    ? { kind: 'tree-page', repository, refKind, ref, path }
    : undefined;
}

function parsePage(
  repository: RepositoryName,
  [first, ...rest]: string[],
): ForgeRequest | undefined {
  if (!first) return { kind: 'repository-page', repository };
  if (first === 'src') return parseTreePage(repository, rest);
  return first === 'commit' && rest[0] && rest.length === 1
    ? { kind: 'commit-page', repository, ref: rest[0] }
    : undefined;
}

/** What `url` (path and query) asks for; undefined when there is no such thing. */
export function parseForgeRequest(url: string): ForgeRequest | undefined {
  // Not the URL class: it would resolve `..` away before anybody sees it.
  const [pathname = '', query = ''] = url.split('?', 2);
  const segments = decodeSegments(pathname);
  if (!segments) return undefined;
  const search = new URLSearchParams(query);
  const isApi = segments.slice(0, 3).join('/') === 'api/v1/repos';
  const [owner = '', name = '', ...rest] = isApi ? segments.slice(3) : segments;
  const repository = parseRepositoryName(owner, name);
  if (!repository) return undefined;
  if (isApi) return parseApi(repository, rest, search);
  return (
    parseGit(repository, rest.join('/'), search) ?? parsePage(repository, rest)
  );
}
