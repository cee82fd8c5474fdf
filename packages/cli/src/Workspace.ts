import { EntryReading, Reader } from '@gitops-ml/core';
import {
  Commit,
  KnownReadings,
  openRepository,
  readRevision,
  Repository,
  requireGit,
} from '@gitops-ml/git';
import { CliError } from './CliError';

/** A repository at a revision. */
export interface Workspace {
  repository: Repository;
  commit: Commit;
  /** What readers say of a commit; default: of this revision. */
  read(readers: readonly Reader[], oid?: string): Promise<EntryReading[]>;
}

async function resolveCommit(
  repository: Repository,
  repo: string,
  rev: string | undefined,
): Promise<Commit> {
  const oid = await repository.resolve(rev ?? 'HEAD');
  const commit = oid && (await repository.commit(oid));
  if (commit) return commit;
  const where = repo === '.' ? 'this repository' : `the repository ${repo}`;
  throw new CliError(
    rev === undefined
      ? `There is no commit yet in ${where}.`
      : `"${rev}" names no commit of ${where}.`,
  );
}

/**
 * Opens a repository at a revision, lets somebody work with it, and closes it.
 * Throws `CliError` or `GitError`.
 */
export async function withWorkspace<T>(
  { repo, rev }: { repo: string; rev: string | undefined },
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const [repository] = await Promise.all([openRepository(repo), requireGit()]);
  try {
    const commit = await resolveCommit(repository, repo, rev);
    const known = new KnownReadings();
    return await work({
      repository,
      commit,
      read: (readers, oid = commit.oid) =>
        readRevision(repository, oid, readers, { known }),
    });
  } finally {
    await repository.close();
  }
}
