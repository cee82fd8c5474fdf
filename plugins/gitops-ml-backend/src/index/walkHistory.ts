import { GitError, LoggedCommit, Repository, runGit } from '@gitops-ml/git';
import { CommitRow, PathChangeRow } from './tables';

/** Commits of the tracked history, ready to be kept. */
interface HistoryBatch {
  commits: CommitRow[];
  changes: PathChangeRow[];
}

const BATCH_COMMITS = 500;
const BATCH_CHANGES = 5000;
const FILE_MODE = /^100/;

/**
 * Walks the tracked history from after `from` (whose position is `position - 1`)
 * to `to`, oldest first. Links and submodules count as no file, as they do for readers.
 */
export async function* walkHistory(
  git: Repository,
  options: {
    key: string;
    from: string | undefined;
    to: string;
    position: number;
  },
): AsyncGenerator<HistoryBatch> {
  let batch: HistoryBatch = { commits: [], changes: [] };
  let { position } = options;
  const log = git.firstParentLog({
    from: options.from,
    to: options.to,
    order: 'oldest-first',
  });
  for await (const commit of log) {
    append(batch, commit, { key: options.key, position });
    position++;
    if (
      batch.commits.length >= BATCH_COMMITS ||
      batch.changes.length >= BATCH_CHANGES
    ) {
      yield batch;
      batch = { commits: [], changes: [] };
    }
  }
  if (batch.commits.length > 0) yield batch;
}

function append(
  batch: HistoryBatch,
  { oid, changes }: LoggedCommit,
  { key, position }: { key: string; position: number },
) {
  batch.commits.push({ repository: key, position, oid });
  for (const change of changes) {
    batch.changes.push({
      repository: key,
      position,
      path: change.path,
      oid: FILE_MODE.test(change.mode) ? change.oid ?? null : null,
    });
  }
}

/** Is `from` on the first-parent chain of `to`? Either may be missing from the mirror. */
export async function isOnFirstParentChain(
  git: Repository,
  from: string,
  to: string,
): Promise<boolean> {
  if (!(await git.commit(from))) return false;
  const output = await runGit({
    gitDirectory: git.gitDirectory,
    args: ['rev-list', '--first-parent', '--reverse', `${from}..${to}`],
  });
  const oldest = output.toString('latin1').split('\n')[0];
  if (oldest === '') return false;
  return (await git.commit(oldest))?.parents[0] === from;
}

/** The length of the tracked history. Throws GitError. */
export async function countHistory(
  git: Repository,
  head: string,
): Promise<number> {
  const output = await runGit({
    gitDirectory: git.gitDirectory,
    args: ['rev-list', '--count', '--first-parent', head],
  });
  const count = Number(output.toString('latin1').trim());
  if (!Number.isSafeInteger(count)) {
    throw new GitError(`git counted no commits of ${head}.`);
  }
  return count;
}
