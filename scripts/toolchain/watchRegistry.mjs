import { spawn } from 'node:child_process';
import { registrySilent } from './failures.mjs';
import { root } from './paths.mjs';

const probeEverySeconds = 20;
const probeLimitSeconds = 15;
const toleratedSilences = 1;

/** Whether a short question to the registry, put by the package manager itself, is answered in time. */
function isAnswered([command, ...args], env) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'ignore' });
    const limit = setTimeout(
      () => child.kill('SIGKILL'),
      probeLimitSeconds * 1000,
    );
    const answer = isGood => {
      clearTimeout(limit);
      resolve(isGood);
    };
    child.on('error', () => answer(false));
    child.on('exit', code => answer(code === 0));
  });
}

/**
 * Package managers wait for a silent registry, and retry, for many minutes
 * without a word, and a short time limit would end a slow download too. So
 * while one needs the network, `probe` is run now and then; two silences in a
 * row stop it. For `runTool`.
 */
export const watchRegistry = (probe, env, needsNetwork) => stop => {
  let silences = 0;
  let isAsking = false;
  const timer = setInterval(async () => {
    if (isAsking || !needsNetwork()) return;
    isAsking = true;
    silences = (await isAnswered(probe, env)) ? 0 : silences + 1;
    isAsking = false;
    if (silences > toleratedSilences && needsNetwork()) stop(registrySilent);
  }, probeEverySeconds * 1000);
  return () => clearInterval(timer);
};
