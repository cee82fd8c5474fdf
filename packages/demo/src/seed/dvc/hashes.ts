import { createHash } from 'node:crypto';

/** Files of a commit or of a working tree: path → bytes. */
export type Files = ReadonlyMap<string, Buffer>;

/** What a lock or pointer says of a path. */
export interface ContentHash {
  md5: string;
  size: number;
  /** Of a directory only. */
  nfiles?: number;
}

export const md5Of = (bytes: Buffer | string) =>
  createHash('md5').update(bytes).digest('hex');

export const sha256Of = (bytes: Buffer | string) =>
  createHash('sha256').update(bytes).digest('hex');

// The skeleton's .dvcignore: what Python and local runs of Feast leave behind.
const isLeftOut = (relative: string) =>
  relative.startsWith('data/') || relative.split('/').includes('__pycache__');

/** The files of the folder `features`, by path, as DVC and describe.py see them. */
export function listDirectory(
  files: Files,
  directory: string,
): { path: string; relative: string; bytes: Buffer }[] {
  return [...files]
    .filter(([path]) => path.startsWith(`${directory}/`))
    .map(([path, bytes]) => ({
      path,
      relative: path.slice(directory.length + 1),
      bytes,
    }))
    .filter(({ relative }) => !isLeftOut(relative))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * The hash of a file, or of a folder as DVC makes it: the md5 of its listing.
 * Source: dvc-data 3, hashfile/tree.py (`Tree.as_bytes`).
 */
export function hashPath(files: Files, path: string): ContentHash {
  const bytes = files.get(path);
  if (bytes) return { md5: md5Of(bytes), size: bytes.length };
  const entries = listDirectory(files, path);
  if (entries.length === 0) throw new Error(`there is no ${path} to hash`);
  const listing = entries
    .map(
      entry =>
        `{"md5": "${md5Of(entry.bytes)}", "relpath": ${JSON.stringify(
          entry.relative,
        )}}`,
    )
    .join(', ');
  return {
    md5: `${md5Of(`[${listing}]`)}.dir`,
    size: entries.reduce((sum, entry) => sum + entry.bytes.length, 0),
    nfiles: entries.length,
  };
}
