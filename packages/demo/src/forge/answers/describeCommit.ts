import { ChangedFile } from '../git/readChanges';
import { Commit } from '../git/readCommits';
import { RepositoryName } from '../requests/repositoryName';
import { Addresses } from './Addresses';

/** Gitea's `verification` of what nobody checked. */
export const notVerified = {
  verified: false,
  reason: 'gpg.error.not_signed_commit',
  signature: '',
  signer: null,
  payload: '',
};

const noDate = '0001-01-01T00:00:00Z';

/** Gitea's `CommitMeta`. */
const describeMeta = (
  addresses: Addresses,
  repository: RepositoryName,
  oid: string,
  created: string,
) => ({ url: addresses.apiCommit(repository, oid), sha: oid, created });

/** A commit as `GET …/git/commits/{ref}` answers it. */
export function describeCommit(
  addresses: Addresses,
  repository: RepositoryName,
  commit: Commit,
  changes: {
    files: ChangedFile[];
    additions: number;
    deletions: number;
  },
) {
  const { oid, author, committer, message, parents } = commit;
  const created = committer.date;
  const url = addresses.apiCommit(repository, oid);
  const meta = (sha: string) =>
    describeMeta(addresses, repository, sha, noDate);
  return {
    url,
    sha: oid,
    created,
    html_url: addresses.commit(repository, oid),
    commit: {
      url,
      author,
      committer,
      message,
      tree: {
        url: addresses.api(repository, `/git/trees/${oid}`),
        sha: oid,
        created,
      },
      verification: notVerified,
    },
    author: null,
    committer: null,
    parents: parents.map(meta),
    files: changes.files.map(({ path, status }) => ({
      filename: path,
      status,
    })),
    stats: {
      total: changes.additions + changes.deletions,
      additions: changes.additions,
      deletions: changes.deletions,
    },
  };
}

/** A commit as `POST …/contents/{path}` answers it. */
export function describeFileCommit(
  addresses: Addresses,
  repository: RepositoryName,
  commit: Commit,
) {
  const meta = (sha: string) =>
    describeMeta(addresses, repository, sha, noDate);
  return {
    ...meta(commit.oid),
    html_url: addresses.commit(repository, commit.oid),
    author: commit.author,
    committer: commit.committer,
    parents: commit.parents.map(meta),
    message: commit.message,
    tree: {
      url: addresses.api(repository, `/git/trees/${commit.tree}`),
      sha: commit.tree,
      created: noDate,
    },
  };
}

const describePerson = ({ name, email }: Commit['author']) => ({
  name,
  email,
  username: '',
});

/** A commit as lists of branches and webhooks have it: Gitea's `PayloadCommit`. */
export function describePayloadCommit(
  addresses: Addresses,
  repository: RepositoryName,
  commit: Commit,
  files: ChangedFile[] | undefined,
) {
  const paths = (status: ChangedFile['status']) =>
    files
      ? files.filter(file => file.status === status).map(({ path }) => path)
      : null;
  return {
    id: commit.oid,
    message: commit.message,
    url: addresses.commit(repository, commit.oid),
    author: describePerson(commit.author),
    committer: describePerson(commit.committer),
    verification: files ? null : notVerified,
    timestamp: commit.committer.date,
    added: paths('added'),
    removed: paths('removed'),
    modified: paths('modified'),
  };
}
