import { spawnSync } from 'node:child_process';
import path from 'node:path';

// The first run bundles.

/** The file that `npx gitops-ml` runs. */
export const PROGRAM = path.resolve(__dirname, '..', '..', 'bin', 'gitops-ml');

/** Runs the program as a shell does, to its end. */
export function runProgram(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, ...args],
    { cwd, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** What the program answers as JSON, without a word of complaint. */
export function answerProgram(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = runProgram(cwd, ...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}
