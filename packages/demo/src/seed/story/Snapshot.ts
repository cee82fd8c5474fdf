import { Files } from '../dvc/hashes';

/** The repository at one commit, with the bytes of what DVC keeps outside Git. */
export interface Snapshot {
  /** What is in Git. */
  files: Files;
  /** What DVC keeps. */
  data: Files;
}

/** The text of a file of the commit. Throws where there is none. */
export function textOf({ files }: Snapshot, path: string): string {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`the repository has no ${path}`);
  return bytes.toString();
}

/** The snapshot with one file of the commit written. */
export const withText = (
  snapshot: Snapshot,
  path: string,
  text: string,
): Snapshot => ({
  ...snapshot,
  files: new Map([...snapshot.files, [path, Buffer.from(text)]]),
});

/** What a commit of `after` on `before` writes. */
export const changedFiles = (before: Snapshot, after: Snapshot): Files =>
  new Map(
    [...after.files].filter(
      ([path, bytes]) => !before.files.get(path)?.equals(bytes),
    ),
  );
