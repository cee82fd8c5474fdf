import { requireGitOutput } from './gitProcess';

/** A branch or a tag. */
export interface Ref {
  /** `refs/heads/main` */
  ref: string;
  /** Without `refs/heads/` or `refs/tags/`. */
  name: string;
  /** Of the commit, or of an annotated tag's own object. */
  oid: string;
  commit: string;
  /** Of the tag, or of the commit where there is none; without the last line end. */
  message: string;
}

const format = [
  '%(refname)',
  '%(objectname)',
  '%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)',
  '%(contents)',
].join('%00');

const shortName = (ref: string) => ref.replace(/^refs\/(heads|tags)\//, '');

/** Branches by name, or tags from the newest back. */
export async function readRefs(
  directory: string,
  folder: 'refs/heads' | 'refs/tags',
): Promise<Ref[]> {
  const sort = folder === 'refs/heads' ? 'refname' : '-creatordate';
  const text = await requireGitOutput(directory, [
    'for-each-ref',
    `--sort=${sort}`,
    `--format=${format}%00%00`,
    `${folder}/`,
  ]);
  return text
    .split('\0\0\n')
    .filter(Boolean)
    .map(record => {
      const [ref = '', oid = '', commit = '', message = ''] =
        record.split('\0');
      return {
        ref,
        name: shortName(ref),
        oid,
        commit,
        message: message.replace(/\n$/, ''),
      };
    });
}

/** Where each branch and tag is: `refs/heads/main` → oid. */
export async function readRefOids(
  directory: string,
): Promise<ReadonlyMap<string, string>> {
  const text = await requireGitOutput(directory, [
    'for-each-ref',
    '--format=%(refname) %(objectname)',
    'refs/heads/',
    'refs/tags/',
  ]);
  return new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map(entry => {
        const at = entry.lastIndexOf(' ');
        return [entry.slice(0, at), entry.slice(at + 1)];
      }),
  );
}
