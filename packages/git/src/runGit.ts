import { redactUrls } from '@gitops-ml/core';
import { GitCommand, GitProcess, startGit } from './startGit';

/** How git ended. @public */
export interface GitOutcome {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

const MAX_STDOUT = 512 * 1024 * 1024;

/**
 * The output of one git command, piece by piece. Throws `GitError` when git
 * ends with another code than 0; ending the iteration early stops it.
 * @public
 */
export async function* streamGit(command: GitCommand): AsyncGenerator<Buffer> {
  const { child, ended, failure } = startGit(command);
  child.stdin.end();
  let left = true;
  try {
    for await (const chunk of child.stdout) yield chunk;
    left = false;
  } catch {
    // A pipe that was closed early: `ended` knows why.
  } finally {
    if (left) child.kill();
  }
  const exitCode = await ended;
  if (exitCode !== 0) throw failure(exitCode);
}

async function finish(process: GitProcess): Promise<GitOutcome> {
  const { child, ended, failure, stderr } = process;
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdin.end();
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_STDOUT) child.kill();
  });
  const exitCode = await ended;
  if (exitCode === undefined) throw failure(exitCode);
  return {
    exitCode,
    stdout: Buffer.concat(chunks, size),
    stderr: redactUrls(stderr()),
  };
}

/**
 * Runs one git command to its end, whatever its exit code. Throws `GitError`
 * where git can't be started, is stopped, or says too much.
 * @public
 */
export async function tryGit(command: GitCommand): Promise<GitOutcome> {
  return finish(startGit(command));
}

/** The output of a git command that must succeed. Throws `GitError`. @public */
export async function runGit(command: GitCommand): Promise<Buffer> {
  const process = startGit(command);
  const { exitCode, stdout } = await finish(process);
  if (exitCode !== 0) throw process.failure(exitCode);
  return stdout;
}
