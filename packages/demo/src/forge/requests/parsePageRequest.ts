import { splitPath } from './decodePath';
import { ForgeRequest } from './ForgeRequest';
import { parseArchive } from './parseApiRequest';
import { parseRepositoryName, RepositoryName } from './repositoryName';

const oid = /^[0-9a-f]{4,40}$/;

function parseRefPath(
  kind: 'source-page' | 'raw',
  repository: RepositoryName,
  [refKind, ...rest]: string[],
): ForgeRequest | undefined {
  const segments = splitPath(rest);
  if (!segments?.length) return undefined;
  switch (refKind) {
    case 'branch':
    case 'tag':
    case 'commit':
      return { kind, repository, refKind, segments };
    default:
      return undefined;
  }
}

/** What a browser asks for below a repository. */
export function parsePageRequest(
  owner: string,
  name: string,
  [what = '', ...rest]: string[],
): ForgeRequest | undefined {
  const repository = parseRepositoryName(owner, name);
  if (!repository) return undefined;
  switch (what) {
    case '':
      return { kind: 'repository-page', repository };
    case 'src':
      return parseRefPath('source-page', repository, rest);
    case 'raw':
      return parseRefPath('raw', repository, rest);
    case 'commit':
      return rest.length === 1 && oid.test(rest[0] ?? '')
        ? { kind: 'commit-page', repository, oid: rest[0] ?? '' }
        : undefined;
    case 'archive':
      return parseArchive(repository, rest.join('/'));
    default:
      return undefined;
  }
}
