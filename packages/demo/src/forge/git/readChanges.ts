import { requireGitOutput, runGit } from './gitProcess';
import { Commit } from './readCommits';

/** A file that a commit changed. */
export interface ChangedFile {
  path: string;
  status: 'added' | 'modified' | 'removed';
}

/** Git knows it everywhere without storing it. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What a commit is compared with: its first parent. */
const baseOf = ({ parents }: Commit) => parents[0] ?? emptyTree;

const statuses: Record<string, ChangedFile['status']> = {
  A: 'added',
  D: 'removed',
};

/** The files that differ from the first parent. */
export async function readChangedFiles(
  directory: string,
  commit: Commit,
): Promise<ChangedFile[]> {
  const text = await requireGitOutput(directory, [
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--name-status',
    baseOf(commit),
    commit.oid,
  ]);
  const fields = text.split('\0');
  const changes: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    changes.push({
      path: fields[at + 1] ?? '',
      status: statuses[fields[at] ?? ''] ?? 'modified',
    });
  }
  return changes;
}

/** How many lines differ from the first parent. */
export async function countChangedLines(
  directory: string,
  commit: Commit,
): Promise<{ additions: number; deletions: number }> {
  const text = await requireGitOutput(directory, [
    'diff-tree',
    '-r',
    '--no-renames',
    '--numstat',
    baseOf(commit),
    commit.oid,
  ]);
  // A binary file has `-` for both.
  const lines = text.split('\n').map(line => line.split('\t').map(Number));
  const sum = (column: number) =>
    lines.reduce((total, counts) => total + (counts[column] || 0), 0);
  return { additions: sum(0), deletions: sum(1) };
}

/** What differs from the first parent as text, cut at so many bytes. */
export async function readDiff(
  directory: string,
  commit: Commit,
  maxBytes: number,
): Promise<{ text: string; isCut: boolean }> {
  const { stdout, isCut } = await runGit(
    directory,
    [
      'diff-tree',
      '-r',
      '-p',
      '--find-renames',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
      baseOf(commit),
      commit.oid,
    ],
    { maxBytes },
  );
  return { text: stdout.toString(), isCut };
}
