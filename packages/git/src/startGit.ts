import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { gitEnvironment, GitEnvironmentOptions } from './gitEnvironment';
import { GitError } from './GitError';

/** A git to run, in the environment of {@link gitEnvironment}. @public */
export interface GitCommand extends Omit<GitEnvironmentOptions, 'parent'> {
  /** The subcommand and its arguments. Never a secret. */
  args: readonly string[];
  /** Default the file system's root, which is always there. */
  cwd?: string;
  signal?: AbortSignal;
  /** After this many milliseconds git is stopped; default none. */
  timeoutMs?: number;
}

/** A running git. */
export interface GitProcess {
  child: ChildProcessWithoutNullStreams;
  /** The exit code, `undefined` when killed. Rejects where git can't be started. */
  ended: Promise<number | undefined>;
  /** Its messages so far, the last 64 KiB of them. */
  stderr(): string;
  /** Why it ended otherwise than with code 0. */
  failure(exitCode: number | undefined): GitError;
}

const MAX_STDERR = 64 * 1024;
const GRACE_MS = 2_000;

function startError(
  cause: NodeJS.ErrnoException,
  { args, cwd }: GitCommand,
): GitError {
  const details = { args, cause };
  if (cause.code !== 'ENOENT') {
    return new GitError(`git could not be run: ${cause.message}.`, details);
  }
  // Node reports a missing working directory as a missing program.
  return new GitError(
    cwd && !existsSync(cwd)
      ? `The folder ${cwd} does not exist.`
      : 'git was not found. Install git 2.30 or newer and put it on the PATH.',
    details,
  );
}

function reasonIn(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const line = lines.find(text => /^(fatal|error):/.test(text)) ?? lines[0];
  return line.replace(/^(fatal|error): /, '');
}

/**
 * Stops git at its time limit or when told to. SIGTERM first: git then ends its
 * own children and removes its temporary files.
 */
function limitTime(
  child: ChildProcessWithoutNullStreams,
  { signal, timeoutMs }: GitCommand,
): () => string | undefined {
  let reason: string | undefined;
  let grace: NodeJS.Timeout | undefined;
  const stop = (why: string) => {
    reason ??= why;
    child.kill('SIGTERM');
    grace ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  const abort = () => stop('it was stopped');
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(
          () => stop(`it took longer than ${timeoutMs} ms`),
          timeoutMs,
        );
  signal?.addEventListener('abort', abort, { once: true });
  child.once('exit', () => {
    clearTimeout(timer);
    clearTimeout(grace);
    signal?.removeEventListener('abort', abort);
    // A child of git's that lives on would hold them open.
    if (reason) [child.stdout, child.stderr].forEach(pipe => pipe.destroy());
  });
  return () => reason;
}

/** Starts git in the hardened environment. Throws `GitError` where the signal says not to. */
export function startGit(command: GitCommand): GitProcess {
  if (command.signal?.aborted) {
    throw new GitError(`git ${command.args[0]} failed: it was stopped`, {
      args: command.args,
    });
  }
  const { env, args } = gitEnvironment(command);
  const child = spawn('git', [...args, ...command.args], {
    cwd: command.cwd ?? path.parse(process.execPath).root,
    env,
    stdio: 'pipe',
    windowsHide: true,
  });
  let stderr = '';
  child.stdin.on('error', () => {});
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-MAX_STDERR);
  });
  const stopReason = limitTime(child, command);
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once('error', error => reject(startError(error, command)));
    child.once('close', code => resolve(code ?? undefined));
  });
  // Whoever waits for it gets the rejection; nobody has to.
  ended.catch(() => {});
  return {
    child,
    ended,
    stderr: () => stderr,
    failure: exitCode =>
      new GitError(
        `git ${command.args[0]} failed: ${
          stopReason() ?? (reasonIn(stderr) || `exit code ${exitCode}`)
        }`,
        { args: command.args, exitCode, stderr },
      ),
  };
}
