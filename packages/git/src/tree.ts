import { decodePath } from './decodePath';
import { streamGit } from './runGit';
import { splitRecords } from './splitRecords';

/** A file, symbolic link or submodule of a tree. @public */
export interface TreeEntry {
  /** From the root, `/`-separated; bytes that are not UTF-8 appear as `\xHH`. */
  path: string;
  oid: string;
  /** As Git writes it: `100644`, `100755`, `120000`, `160000`. */
  mode: string;
  kind: 'blob' | 'link' | 'submodule';
}

/** What a Git mode stands for; directories do not appear in recursive listings. */
function kindOfMode(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'blob';
}

/** `mode type oid TAB path` */
function parseTreeRecord(record: Buffer): TreeEntry {
  const tab = record.indexOf(0x09);
  const [mode, , oid] = record.toString('latin1', 0, tab).split(' ');
  return {
    path: decodePath(record.subarray(tab + 1)),
    oid,
    mode,
    kind: kindOfMode(mode),
  };
}

/** Everything in a commit's tree, in Git's order. */
export async function listTree(
  gitDirectory: string,
  oid: string,
): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const output = streamGit({
    gitDirectory,
    args: ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', oid],
  });
  for await (const record of splitRecords(output)) {
    entries.push(parseTreeRecord(record));
  }
  return entries;
}
