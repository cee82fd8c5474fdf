import { GitError } from './GitError';
import { GitCommand, spawnGit, startError } from './spawnGit';

/** How git ended. @public */
export interface GitOutcome {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

const MAX_STDERR = 64 * 1024;
const MAX_STDOUT = 512 * 1024 * 1024;

function lastSentence(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const line = lines.find(text => /^(fatal|error):/.test(text)) ?? lines[0];
  return line.replace(/^(fatal|error): /, '');
}

/** The error of a git that ended badly. */
export function exitError(
  command: GitCommand,
  exitCode: number | undefined,
  stderr: string,
): GitError {
  const reason =
    lastSentence(stderr) ||
    (exitCode === undefined ? 'it was stopped' : `exit code ${exitCode}`);
  return new GitError(`git ${command.args[0]} failed: ${reason}`, {
    args: command.args,
    exitCode,
    stderr,
  });
}

/**
 * The output of one git command, piece by piece. Throws {@link GitError} when
 * git ends with another code than 0; ending the iteration early kills it.
 * @public
 */
export async function* streamGit(command: GitCommand): AsyncGenerator<Buffer> {
  const child = spawnGit(command);
  child.stdin.on('error', () => {}).end();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-MAX_STDERR);
  });
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once('error', error => reject(startError(error, command.args)));
    child.once('close', code => resolve(code ?? undefined));
  });
  ended.catch(() => {});
  try {
    for await (const chunk of child.stdout) yield chunk;
    const exitCode = await ended;
    if (exitCode !== 0) throw exitError(command, exitCode, stderr);
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

/**
 * Runs one git command to its end, whatever its exit code. Throws
 * {@link GitError} where git can't be started, is killed, or says too much.
 * @public
 */
export function tryGit(command: GitCommand): Promise<GitOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(command);
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    child.stdin.on('error', () => {}).end();
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_STDOUT) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-MAX_STDERR);
    });
    child.once('error', error => reject(startError(error, command.args)));
    child.once('close', code => {
      if (code === null) reject(exitError(command, undefined, stderr));
      else
        resolve({
          exitCode: code,
          stdout: Buffer.concat(chunks, size),
          stderr,
        });
    });
  });
}

/** The output of a git command that must succeed. Throws {@link GitError}. @public */
export async function runGit(command: GitCommand): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await tryGit(command);
  if (exitCode !== 0) throw exitError(command, exitCode, stderr);
  return stdout;
}
