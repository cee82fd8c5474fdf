import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { requireGitOutput, runGit } from './gitProcess';

/** A file to be added to a branch in a commit of its own. */
export interface NewFile {
  branch: string;
  path: string;
  bytes: Buffer;
  message: string;
  author: { name: string; email: string };
}

/** The new commit; undefined where the branch moved meanwhile or the path can't be. */
export async function commitFile(
  directory: string,
  file: NewFile,
): Promise<string | undefined> {
  const index = path.join(directory, `index.${randomUUID()}`);
  const environment = {
    GIT_INDEX_FILE: index,
    GIT_AUTHOR_NAME: file.author.name,
    GIT_AUTHOR_EMAIL: file.author.email,
    GIT_COMMITTER_NAME: file.author.name,
    GIT_COMMITTER_EMAIL: file.author.email,
  };
  const run = async (args: string[], input?: Buffer) =>
    (await requireGitOutput(directory, args, { input, environment })).trim();
  const ref = `refs/heads/${file.branch}`;
  const head = await runGit(directory, ['rev-parse', '-q', '--verify', ref]);
  const parent = head.code === 0 ? head.stdout.toString().trim() : undefined;
  try {
    const blob = await run(['hash-object', '-w', '--stdin'], file.bytes);
    if (parent) await run(['read-tree', parent]);
    const entry = `100644,${blob},${file.path}`;
    const args = ['update-index', '--add', '--cacheinfo', entry];
    const added = await runGit(directory, args, { environment });
    if (added.code !== 0) return undefined;
    const tree = await run(['write-tree']);
    const parents = parent ? ['-p', parent] : [];
    const commit = await run(
      ['commit-tree', tree, ...parents],
      Buffer.from(`${file.message.trimEnd()}\n`),
    );
    const old = parent ?? '0'.repeat(40);
    const moved = await runGit(directory, ['update-ref', ref, commit, old]);
    return moved.code === 0 ? commit : undefined;
  } finally {
    await fs.rm(index, { force: true });
  }
}
