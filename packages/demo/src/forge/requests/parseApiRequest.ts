import { splitPath } from './decodePath';
import { ForgeRequest, Paging } from './ForgeRequest';
import {
  isRepositoryName,
  parseRepositoryName,
  RepositoryName,
} from './repositoryName';

/** The method, and what follows `/api/v1/`. */
interface ApiCall {
  method: string;
  segments: string[];
  search: URLSearchParams;
}

const defaultLimit = 30;
const maxLimit = 50;

/** Gitea's paging: 30 unless said, 50 at most. */
function readPaging(search: URLSearchParams): Paging {
  const page = Number(search.get('page') ?? 1);
  const limit = Number(search.get('limit') ?? defaultLimit);
  const isCount = (value: number) => Number.isInteger(value) && value > 0;
  return {
    page: isCount(page) ? page : 1,
    limit: isCount(limit) ? Math.min(limit, maxLimit) : defaultLimit,
  };
}

function parseOrganisation(
  { method, search }: ApiCall,
  organisation: string,
  rest: string,
): ForgeRequest | undefined {
  switch (`${method} ${rest}`) {
    case 'GET ':
      return { kind: 'organisation', organisation };
    case 'GET repos':
      return {
        kind: 'organisation-repositories',
        organisation,
        paging: readPaging(search),
      };
    case 'POST repos':
      return { kind: 'repository-create', organisation };
    default:
      return undefined;
  }
}

function parseContents(
  { method, search }: ApiCall,
  repository: RepositoryName,
  rest: string[],
): ForgeRequest | undefined {
  const path = splitPath(rest)?.join('/');
  if (path === undefined) return undefined;
  if (method === 'POST') return { kind: 'contents-create', repository, path };
  const ref = search.get('ref') ?? undefined;
  return { kind: 'contents', repository, path, ref };
}

/** `main.tar.gz` or `main.zip`, wherever an archive is asked for. */
export function parseArchive(
  repository: RepositoryName,
  file: string,
): ForgeRequest | undefined {
  const [, ref, format] = /^(.+)\.(tar\.gz|zip)$/.exec(file) ?? [];
  return ref && (format === 'tar.gz' || format === 'zip')
    ? { kind: 'archive', repository, ref, format }
    : undefined;
}

function parseHook(
  method: string,
  repository: RepositoryName,
  id: string,
): ForgeRequest | undefined {
  return method === 'DELETE' && /^\d{1,9}$/.test(id)
    ? { kind: 'hook-delete', repository, id: Number(id) }
    : undefined;
}

/** What has one fixed path below a repository. */
function parseFixed(
  { method, search }: ApiCall,
  repository: RepositoryName,
  rest: string,
): ForgeRequest | undefined {
  switch (`${method} ${rest}`) {
    case 'GET ':
      return { kind: 'repository', repository };
    case 'DELETE ':
      return { kind: 'repository-delete', repository };
    case 'GET branches':
      return { kind: 'branches', repository, paging: readPaging(search) };
    case 'GET tags':
      return { kind: 'tags', repository, paging: readPaging(search) };
    case 'GET hooks':
      return { kind: 'hooks', repository, paging: readPaging(search) };
    case 'POST hooks':
      return { kind: 'hook-create', repository };
    default:
      return undefined;
  }
}

function parseRepository(
  call: ApiCall,
  repository: RepositoryName,
  [what = '', ...rest]: string[],
): ForgeRequest | undefined {
  const fixed = parseFixed(call, repository, [what, ...rest].join('/'));
  if (fixed) return fixed;
  if (what === 'contents') return parseContents(call, repository, rest);
  if (what === 'hooks') {
    return parseHook(call.method, repository, rest.join('/'));
  }
  if (call.method !== 'GET') return undefined;
  if (what === 'git' && rest[0] === 'commits') {
    return { kind: 'commit', repository, ref: rest.slice(1).join('/') };
  }
  return what === 'archive'
    ? parseArchive(repository, rest.join('/'))
    : undefined;
}

function parseOrganisations(call: ApiCall): ForgeRequest | undefined {
  const [, name, ...rest] = call.segments;
  if (name === undefined) {
    return call.method === 'POST' ? { kind: 'organisation-create' } : undefined;
  }
  return isRepositoryName(name)
    ? parseOrganisation(call, name, rest.join('/'))
    : undefined;
}

/** What a call below `/api/v1/` asks for; undefined when there is no such thing. */
export function parseApiRequest(call: ApiCall): ForgeRequest | undefined {
  const [what, owner = '', name = '', ...rest] = call.segments;
  if (what === 'orgs') return parseOrganisations(call);
  const repository = parseRepositoryName(owner, name);
  return what === 'repos' && repository
    ? parseRepository(call, repository, rest)
    : undefined;
}
