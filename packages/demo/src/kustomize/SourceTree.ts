/** The files of a repository at one commit. Paths are from its root, without `./`. */
export interface SourceTree {
  /** The text of a file; `undefined` where there is none. */
  read(path: string): Promise<string | undefined>;
  /** The names in a directory, folders too; empty where there is none. `''` is the root. */
  list(directory: string): Promise<string[]>;
}
