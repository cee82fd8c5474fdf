import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { gitEnvironment, GitEnvironmentOptions } from './gitEnvironment';
import { GitError } from './GitError';

/** @public */
export interface GitCommand extends Omit<GitEnvironmentOptions, 'parent'> {
  /** The subcommand and its arguments. Never a secret. */
  args: readonly string[];
  cwd?: string;
  signal?: AbortSignal;
  /** After this many milliseconds git is killed; default none. */
  timeoutMs?: number;
}

/** Starts git in the hardened environment. */
export function spawnGit(command: GitCommand): ChildProcessWithoutNullStreams {
  const { env, args } = gitEnvironment(command);
  return spawn('git', [...args, ...command.args], {
    cwd: command.cwd ?? command.gitDirectory,
    env,
    stdio: 'pipe',
    windowsHide: true,
    signal: command.signal,
    timeout: command.timeoutMs,
    killSignal: 'SIGKILL',
  });
}

/** Why git could not be started at all. */
export function startError(cause: unknown, args: readonly string[]): GitError {
  const missing =
    cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const message = missing
    ? 'git was not found. Install git 2.30 or newer and put it on the PATH.'
    : `git could not be run: ${
        cause instanceof Error ? cause.message : String(cause)
      }.`;
  return new GitError(message, { args, cause });
}
