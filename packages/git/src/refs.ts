import { runGit } from './runGit';

/** A branch, a tag or another ref, with the object it names. @public */
export interface Ref {
  /** In full, e.g. `refs/heads/main`. */
  name: string;
  oid: string;
  /** `tag` is an annotated tag. */
  type: 'commit' | 'tag' | 'tree' | 'blob';
}

const TYPES: ReadonlySet<string> = new Set(['commit', 'tag', 'tree', 'blob']);

function isType(value: string): value is Ref['type'] {
  return TYPES.has(value);
}

/** The refs below some prefixes, sorted by name. A ref's name has no space in it. */
export async function listRefs(
  gitDirectory: string,
  prefixes: readonly string[],
): Promise<Ref[]> {
  const output = await runGit({
    gitDirectory,
    args: [
      'for-each-ref',
      '--format=%(objectname) %(objecttype) %(refname)',
      '--end-of-options',
      ...prefixes,
    ],
  });
  return output
    .toString('utf8')
    .split('\n')
    .flatMap(line => {
      const [oid, type, name] = line.split(' ');
      return name && isType(type) ? [{ name, oid, type }] : [];
    });
}
