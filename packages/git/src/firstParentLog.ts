import { decodePath } from './decodePath';
import { streamGit } from './runGit';
import { splitRecords } from './splitRecords';

/** What a commit did to a path. @public */
export interface PathChange {
  path: string;
  /** The new object; `undefined` where the path was deleted. */
  oid: string | undefined;
  /** The new mode, or the old one of a deleted path. */
  mode: string;
}

/** A commit with its difference to its first parent. @public */
export interface LoggedCommit {
  oid: string;
  changes: PathChange[];
}

/** The commits to walk, from `to` by first parents. @public */
export interface LogRange {
  /** This commit and what it can reach are left out. */
  from?: string;
  to: string;
  /** Default `newest-first`. */
  order?: 'newest-first' | 'oldest-first';
  signal?: AbortSignal;
}

const NO_OBJECT = /^0+$/;
const COLON = 0x3a;
const NEWLINE = 0x0a;

/** `:oldmode newmode oldoid newoid status` */
function parseChange(meta: string, path: Buffer): PathChange {
  const [oldMode, newMode, , newOid] = meta.replace(/^\n?:/, '').split(' ');
  const deleted = NO_OBJECT.test(newOid);
  return {
    path: decodePath(path),
    oid: deleted ? undefined : newOid,
    mode: deleted ? oldMode : newMode,
  };
}

function isChange(record: Buffer): boolean {
  return record[record[0] === NEWLINE ? 1 : 0] === COLON;
}

/** Groups the records of `git log --raw -z --format=%H` by commit. */
async function* groupRecords(
  records: AsyncIterable<Buffer>,
): AsyncGenerator<LoggedCommit> {
  let commit: LoggedCommit | undefined;
  let meta: string | undefined;
  for await (const record of records) {
    if (meta !== undefined) {
      commit?.changes.push(parseChange(meta, record));
      meta = undefined;
    } else if (isChange(record)) {
      meta = record.toString('latin1');
    } else {
      if (commit) yield commit;
      commit = { oid: record.toString('latin1').trim(), changes: [] };
    }
  }
  if (commit) yield commit;
}

/** One walk along first parents; merges show what they brought to the first one. */
export function firstParentLog(
  gitDirectory: string,
  range: LogRange,
): AsyncGenerator<LoggedCommit> {
  const output = streamGit({
    gitDirectory,
    signal: range.signal,
    args: [
      'log',
      '--first-parent',
      '-m',
      '--root',
      '--raw',
      '--no-renames',
      '--no-abbrev',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
      '--no-relative',
      '--no-notes',
      '--ignore-submodules=none',
      '--format=%H',
      '-z',
      ...(range.order === 'oldest-first' ? ['--reverse'] : []),
      '--end-of-options',
      range.to,
      ...(range.from ? [`^${range.from}`] : []),
      '--',
    ],
  });
  return groupRecords(splitRecords(output));
}
