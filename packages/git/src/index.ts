/**
 * Reads Git repositories with the system's git, hardened against what they hold.
 * @packageDocumentation
 */
export type { Commit } from './Commit';
export * from './GitError';
export * from './gitEnvironment';
export { requireGit } from './requireGit';
export * from './Repository';
export * from './openRepository';
export * from './KnownReadings';
export * from './loadTree';
export * from './readLinks';
export * from './readRevision';
export type { GitCommand } from './startGit';
export { runGit, streamGit, tryGit } from './runGit';
export type { GitOutcome } from './runGit';
export type { LoggedCommit, LogRange, PathChange } from './firstParentLog';
export type { Ref } from './refs';
export type { TreeEntry } from './tree';
