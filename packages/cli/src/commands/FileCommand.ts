import { Answer } from './Command';

/** A file that was named, with what it holds. */
export interface NamedFile {
  /** As it was named; `-` is the standard input. */
  path: string;
  bytes: Uint8Array;
}

/** A verb that reads files and no repository. */
export type FileCommand = (
  files: readonly NamedFile[],
  options: { now: string },
) => Answer;
