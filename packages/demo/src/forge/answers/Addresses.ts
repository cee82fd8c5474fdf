import { RepositoryName } from '../requests/repositoryName';

const encodePath = (path: string) =>
  path.split('/').map(encodeURIComponent).join('/');

// Gitea leaves the @ of GTO's tags as it is.
const encodeRef = (ref: string) => encodePath(ref).replaceAll('%40', '@');

/** Where things are in the forge; `baseUrl` is '' for pages' own links. */
export class Addresses {
  constructor(readonly baseUrl: string) {}

  documentation(): string {
    return `${this.baseUrl}/api/swagger`;
  }

  home(): string {
    return `${this.baseUrl}/`;
  }

  owner(name: string): string {
    return `${this.baseUrl}/${name}`;
  }

  repository({ owner, name }: RepositoryName): string {
    return `${this.baseUrl}/${owner}/${name}`;
  }

  clone(repository: RepositoryName): string {
    return `${this.repository(repository)}.git`;
  }

  api({ owner, name }: RepositoryName, path = ''): string {
    return `${this.baseUrl}/api/v1/repos/${owner}/${name}${path}`;
  }

  commit(repository: RepositoryName, oid: string): string {
    return `${this.repository(repository)}/commit/${oid}`;
  }

  apiCommit(repository: RepositoryName, oid: string): string {
    return this.api(repository, `/git/commits/${oid}`);
  }

  /** A file or folder of a branch, tag or commit, as a page or `raw`. */
  source(
    repository: RepositoryName,
    ref: { kind: string; name: string },
    path = '',
    view: 'src' | 'raw' = 'src',
  ): string {
    const base = `${this.repository(repository)}/${view}/${ref.kind}`;
    const at = `${base}/${encodeRef(ref.name)}`;
    return path ? `${at}/${encodePath(path)}` : at;
  }

  apiContents(repository: RepositoryName, path: string, ref: string): string {
    const contents = this.api(repository, `/contents/${encodePath(path)}`);
    return `${contents}?ref=${encodeRef(ref)}`;
  }

  archive(repository: RepositoryName, ref: string, format: string): string {
    return `${this.repository(repository)}/archive/${encodeRef(ref)}.${format}`;
  }
}
