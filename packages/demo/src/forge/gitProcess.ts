import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** What git printed, and how it ended. */
interface GitAnswer {
  code: number;
  stdout: Buffer;
  stderr: string;
}

// The forge behaves the same whatever the user's own git settings are.
const isolation = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
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
export function runGit(directory: string, args: string[]): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(['--git-dir', directory, ...args]);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', code =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
    child.stdin.end();
  });
}
