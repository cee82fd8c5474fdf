import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { Failure } from './failures.mjs';

const parentCheckMilliseconds = 500;

/**
 * Runs the command in this process' place: its output, its exit code, and
 * signals handed on. A terminal's Ctrl-C reaches the command by itself, which
 * is why SIGINT is only waited out.
 *
 * npm does not always hand a signal on before it dies, so the command is also
 * ended when npm, our parent, is gone.
 */
export function runCommand([command, ...args], environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: 'inherit',
    });
    const parent = process.ppid;
    const orphaned =
      process.env.npm_lifecycle_event &&
      setInterval(() => {
        if (process.ppid !== parent) child.kill('SIGTERM');
      }, parentCheckMilliseconds);
    process.on('SIGINT', () => {
      if (!process.stdin.isTTY) child.kill('SIGINT');
    });
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGTERM'));
    child.on('error', error =>
      reject(new Failure(`${command} could not be started: ${error.message}`)),
    );
    child.on('exit', (code, signal) => {
      clearInterval(orphaned);
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
      resolve();
    });
  });
}
