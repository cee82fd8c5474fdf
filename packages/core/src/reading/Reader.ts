import { Problem } from './Problem';
import { ReadLimits } from './ReadLimits';

/** What a reader could read of one entry, and why it could not read the rest. @public */
export interface Reading<F> {
  facts: F | undefined;
  problems: Problem[];
}

/** The answer to "what is at this path?". @public */
export type FileAnswer =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'absent' }
  | { kind: 'too-large'; size: number };

/** A question that a reader asks of a tree. @public */
export type Question =
  | { kind: 'get'; path: string }
  | { kind: 'list'; directory: string; suffix: string };

/**
 * What a reader may ask. `undefined` means "not loaded yet": the reader then
 * returns `{ needs }`, the caller loads it and calls again, at most
 * {@link MAX_ROUNDS} times. Every question asked is part of the trace.
 * @public
 */
export interface Tree {
  get(path: string): FileAnswer | undefined;
  /** All file paths below `directory` (`''` is the root) whose name ends with `suffix`, sorted. */
  list(directory: string, suffix: string): string[] | undefined;
}

/** The reader asks for what is not loaded yet. @public */
export interface Needs {
  needs: Question[];
}

/**
 * A pure function from file bytes to facts, for one format. It never throws on
 * any input; `version` rises with every change of what it says, because facts
 * are kept by (id, version, trace).
 * @public
 */
export interface Reader<F = unknown> {
  id: string;
  version: number;
  /** The paths of a tree that this reader starts from, each read on its own. Pure, and fast on 100,000 paths. */
  entries(paths: readonly string[]): string[];
  /** May this path's change alter what the reader says? Used to know which paths' history matters. */
  watches(path: string): boolean;
  read(entry: string, tree: Tree, limits: ReadLimits): Reading<F> | Needs;
}

/** How often a reader may ask for more. @public */
export const MAX_ROUNDS = 20;
