import { spawn } from 'node:child_process';
import { explainOutput, Failure } from './failures.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';

const heartbeatSeconds = 10;
const keptCharacters = 20_000;

/**
 * Runs a package manager, says every 10 s that it is still at work, and throws
 * a Failure with a sentence when it fails or does not end in time.
 *
 * `onLine` sees each line that it prints; `watch(stop)` may end it early with a
 * sentence, and answers a function that ends the watching.
 */
export function runTool(command, args, options) {
  const { env, title, limitMinutes, onLine = () => {}, watch } = options;
  return new Promise((resolve, reject) => {
    const started = Date.now();
    let output = '';
    let stopped;
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = sentence => {
      stopped = stopped ?? sentence;
      child.kill('SIGKILL');
    };
    const forward = signal => {
      child.kill(signal);
      process.exit(130);
    };
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const heartbeat = setInterval(
      () => say(`${title}: still at it after ${seconds()} s`),
      heartbeatSeconds * 1000,
    );
    const limit = setTimeout(
      () =>
        stop(
          `${title} did not end within ${limitMinutes} minutes. The network may be too slow or half open: check it, then run the same command again (it goes on with what is already fetched).`,
        ),
      limitMinutes * 60_000,
    );
    const endWatch = watch?.(stop);
    const finish = () => {
      clearInterval(heartbeat);
      clearTimeout(limit);
      endWatch?.();
      process.off('SIGINT', forward).off('SIGTERM', forward);
    };
    const collect = chunk => {
      output = (output + chunk).slice(-keptCharacters);
      for (const line of String(chunk).split('\n')) onLine(line);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', error => {
      finish();
      reject(
        new Failure(
          error.code === 'ENOENT'
            ? `${command} is not to be found on the PATH. It comes with Node: install Node 20 or newer with npm.`
            : `${command} could not be started: ${error.message}`,
        ),
      );
    });
    child.on('close', code => {
      finish();
      if (code === 0 && !stopped) {
        say(`${title}: done in ${seconds()} s`);
        resolve();
        return;
      }
      reject(
        new Failure(
          stopped ??
            explainOutput(output) ??
            `${title} failed (the lines above say why).`,
          stopped ? '' : output,
        ),
      );
    });
  });
}
