import { AnnotatedTag } from '@gitops-ml/core';
import { Commit } from './Commit';
import { LoggedCommit, LogRange } from './firstParentLog';
import { Ref } from './refs';
import { TreeEntry } from './tree';

/** What is at an oid. `missing`: no blob of that id is here. @public */
export type BlobAnswer =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'too-large'; size: number }
  | { kind: 'missing' };

/**
 * A Git repository, read by the system's git. Every method throws `GitError`
 * where git itself fails; an empty repository is an answer.
 * @public
 */
export interface Repository {
  /** Absolute path of the Git directory. */
  readonly gitDirectory: string;
  /** The commit that somebody's text names, or `undefined`. Safe with any text. */
  resolve(ref: string): Promise<string | undefined>;
  /** The commit of HEAD; `undefined` before the first commit. */
  head(): Promise<string | undefined>;
  /** The branch that HEAD names, even before its first commit; `undefined` when detached. */
  defaultBranch(): Promise<string | undefined>;
  commit(oid: string): Promise<Commit | undefined>;
  /** In the order of `oids`; what is missing or no commit is left out. */
  commits(oids: readonly string[]): Promise<Commit[]>;
  /** Everything in a commit's tree, in Git's order. */
  tree(oid: string): Promise<TreeEntry[]>;
  /**
   * Sorted by name; a tag of a tag points to its commit. A tag without a tagger
   * takes its commit's time.
   */
  annotatedTags(): Promise<AnnotatedTag[]>;
  /** All refs, or those below some prefixes (`refs/heads/`), sorted by name. */
  refs(...prefixes: string[]): Promise<Ref[]>;
  /** The bytes of a blob of at most `limit` bytes. */
  blob(oid: string, limit: number): Promise<BlobAnswer>;
  firstParentLog(range: LogRange): AsyncIterable<LoggedCommit>;
  isShallow(): Promise<boolean>;
  /** Ends the long-lived git. Safe to call twice. */
  close(): Promise<void>;
}
