import { Commit } from '../git/readCommits';
import { TreeEntry } from '../git/readTree';
import { RepositoryName } from '../requests/repositoryName';
import { Addresses } from './Addresses';

/** Where an entry is, and the last commit that changed it. */
export interface ContentsPlace {
  repository: RepositoryName;
  path: string;
  /** As it was asked for, and what it is. */
  ref: { kind: 'branch' | 'tag' | 'commit'; name: string };
  lastCommit: Commit | undefined;
}

const types = {
  file: 'file',
  directory: 'dir',
  symlink: 'symlink',
  submodule: 'submodule',
} as const;

/** An entry as Gitea's `ContentsResponse`; with its bytes when it is asked for alone. */
export function describeContents(
  addresses: Addresses,
  { repository, path, ref, lastCommit }: ContentsPlace,
  entry: TreeEntry,
  bytes?: Buffer,
) {
  const isFile = entry.kind === 'file';
  const url = addresses.apiContents(repository, path, ref.name);
  const html = addresses.source(repository, ref, path);
  // Gitea says so of folders too.
  const git = addresses.api(repository, `/git/blobs/${entry.oid}`);
  return {
    name: entry.name,
    path,
    sha: entry.oid,
    last_commit_sha: lastCommit?.oid ?? '',
    last_committer_date: lastCommit?.committer.date ?? '',
    last_author_date: lastCommit?.author.date ?? '',
    type: types[entry.kind],
    size: entry.size,
    encoding: bytes ? 'base64' : null,
    content: bytes ? bytes.toString('base64') : null,
    target: null,
    url,
    html_url: html,
    git_url: git,
    download_url: isFile
      ? addresses.source(repository, ref, path, 'raw')
      : null,
    submodule_git_url: null,
    _links: { self: url, git, html },
  };
}
