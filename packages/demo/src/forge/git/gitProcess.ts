import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** What git printed, and how it ended. */
interface GitAnswer {
  code: number;
  stdout: Buffer;
  stderr: string;
  /** Whether there was more to print than the limit allows. */
  isCut: boolean;
}

/** What a run of git may be given. */
interface GitRun {
  input?: Buffer;
  /** More variables of the environment. */
  environment?: Record<string, string>;
  /** Bytes of output after which git is stopped. */
  maxBytes?: number;
}

// The forge behaves the same whatever the user's own git settings are.
const isolation = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
};

/** Starts git without the user's settings; `extra` are more variables for it. */
export function spawnGit(
  args: string[],
  extra: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  return spawn('git', args, {
    env: { PATH: process.env.PATH, HOME: '/dev/null', ...isolation, ...extra },
  });
}

/** Runs git in a repository to its end. Never rejects for git's own failures. */
export function runGit(
  directory: string,
  args: string[],
  { input, environment, maxBytes = Infinity }: GitRun = {},
): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(['--git-dir', directory, ...args], environment);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      stdout.push(chunk);
      if (size > maxBytes) child.kill();
    });
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', code => {
      const isCut = size > maxBytes;
      const bytes = Buffer.concat(stdout);
      resolve({
        code: code ?? 1,
        stdout: isCut ? bytes.subarray(0, maxBytes) : bytes,
        stderr: Buffer.concat(stderr).toString(),
        isCut,
      });
    });
    // git may end without reading all of it.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** What git printed; throws where it failed. */
export async function requireGitOutput(
  directory: string,
  args: string[],
  run?: GitRun,
): Promise<string> {
  const { code, stdout, stderr } = await runGit(directory, args, run);
  if (code !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout.toString();
}
