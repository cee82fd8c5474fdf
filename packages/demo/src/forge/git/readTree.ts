import { requireGitOutput, runGit } from './gitProcess';

/** What a name in a folder is. */
export type EntryKind = 'file' | 'directory' | 'symlink' | 'submodule';

/** A name in a folder of a commit. */
export interface TreeEntry {
  name: string;
  kind: EntryKind;
  oid: string;
  /** Bytes; 0 for what is no file. */
  size: number;
}

/** What is at a path of a commit. */
export type TreeNode =
  | { kind: 'file'; entry: TreeEntry; read: () => Promise<Buffer> }
  | { kind: 'directory'; entries: TreeEntry[] };

const line = /^(\d+) (?:blob|tree|commit) ([0-9a-f]+) +(\d+|-)\t([^]+)$/;

function kindOf(mode: string): EntryKind {
  switch (mode) {
    case '040000':
      return 'directory';
    case '120000':
      return 'symlink';
    case '160000':
      return 'submodule';
    default:
      return 'file';
  }
}

function parseTree(text: string): TreeEntry[] {
  return text.split('\0').flatMap(text_ => {
    const match = line.exec(text_);
    if (!match) return [];
    const [, mode = '', oid = '', size = '', name = ''] = match;
    return [{ name, kind: kindOf(mode), oid, size: Number(size) || 0 }];
  });
}

/**
 * What is at `filePath` (relative, `/` between, '' for the root) of a commit;
 * undefined where there is nothing.
 */
export async function readTree(
  directory: string,
  commit: string,
  filePath: string,
): Promise<TreeNode | undefined> {
  const list = async (path: string) => {
    const args = ['ls-tree', '-z', '-l', commit, ...(path ? [path] : [])];
    return parseTree(await requireGitOutput(directory, args));
  };
  if (!filePath) return { kind: 'directory', entries: await list('') };
  const [found] = await list(filePath);
  if (!found) return undefined;
  const entry = { ...found, name: filePath.split('/').pop() ?? filePath };
  if (entry.kind !== 'directory') {
    const read = async () =>
      (await runGit(directory, ['cat-file', 'blob', entry.oid])).stdout;
    return { kind: 'file', entry, read };
  }
  const tree = await requireGitOutput(directory, [
    'ls-tree',
    '-z',
    '-l',
    entry.oid,
  ]);
  return { kind: 'directory', entries: parseTree(tree) };
}
