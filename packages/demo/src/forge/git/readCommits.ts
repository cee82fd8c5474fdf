import { runGit } from './gitProcess';

/** Who did something to a commit, and when (ISO 8601). */
export interface Person {
  name: string;
  email: string;
  date: string;
}

/** A commit. */
export interface Commit {
  oid: string;
  tree: string;
  parents: string[];
  author: Person;
  committer: Person;
  /** As written, its line end included. */
  message: string;
}

const placeholders = '%H %T %P %an %ae %aI %cn %ce %cI %B'.split(' ');

// As Gitea writes it.
const toDate = (date: string) => date.replace(/\+00:00$/, 'Z');

function toCommit(fields: string[]): Commit {
  const [oid = '', tree = '', parents = ''] = fields;
  const [name = '', email = '', date = ''] = fields.slice(3);
  const [byName = '', byEmail = '', byDate = ''] = fields.slice(6);
  return {
    oid,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name, email, date: toDate(date) },
    committer: { name: byName, email: byEmail, date: toDate(byDate) },
    message: fields[9] ?? '',
  };
}

/** Commits from the newest back: `range` is an oid or `a..b`. */
export async function readCommits(
  directory: string,
  range: string,
  { limit, path }: { limit: number; path?: string },
): Promise<Commit[]> {
  const { code, stdout } = await runGit(directory, [
    'log',
    '-z',
    `--max-count=${limit}`,
    `--format=${placeholders.join('%x00')}`,
    range,
    '--',
    ...(path === undefined ? [] : [path]),
  ]);
  if (code !== 0) return [];
  const fields = stdout.toString().split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + placeholders.length <= fields.length; ) {
    commits.push(toCommit(fields.slice(at, at + placeholders.length)));
    at += placeholders.length;
  }
  return commits;
}

/** One commit; undefined where there is no such. */
export async function readCommit(
  directory: string,
  oid: string,
): Promise<Commit | undefined> {
  const [commit] = await readCommits(directory, oid, { limit: 1 });
  return commit;
}
