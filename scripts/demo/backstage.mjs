import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { start } from '../lib/processes.mjs';
import { explainOutput, Failure } from '../toolchain/failures.mjs';
import { root } from '../toolchain/paths.mjs';
import { readRoom } from '../toolchain/requirements.mjs';

const limitSeconds = 180;
const pollMilliseconds = 200;
const shownLogLines = 25;
const endWithParent = pathToFileURL(
  fileURLToPath(new URL('../lib/endWithParent.mjs', import.meta.url)),
);

/** Why Backstage is not there: the end of its log, and a sentence. */
function createFailure(what, logFile) {
  const log = fs.readFileSync(logFile, 'utf8');
  const tail = log.split('\n').slice(-shownLogLines).join('\n');
  // On a full disk the log may end before the line that says so.
  const isFull =
    log.includes('SQLITE_FULL') || readRoom(path.dirname(logFile)) < 1;
  const hint = isFull
    ? explainOutput('ENOSPC')
    : `The lines above are the end of ${logFile}. If they name the database, npm run demo -- --reset begins with an empty one.`;
  return new Failure(`${what} ${hint}`, `${tail}\n`);
}

async function answersOk(url, options) {
  try {
    const response = await fetch(url, {
      ...options,
      signal: AbortSignal.timeout(5000),
    });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
}

/** A guest's token, as the sign-in page gets it. */
async function signIn(url) {
  const response = await answersOk(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  return (await response?.json())?.backstageIdentity?.token;
}

// Ready for a person: the page comes, the guest may sign in, and the catalog
// knows the guest's team.
async function isUsable(url) {
  if (!(await answersOk(`${url}/.backstage/health/v1/readiness`))) return false;
  const token = await signIn(url);
  const team = `${url}/api/catalog/entities/by-name/group/default/ml-team`;
  const headers = { authorization: `Bearer ${token}` };
  return (
    token !== undefined &&
    (await answersOk(team, { headers })) !== undefined &&
    (await answersOk(url)) !== undefined
  );
}

/**
 * The signals plugin attaches its listener during the first upgrade request,
 * whose own socket is then lost. This one is nobody's.
 */
function spendFirstUpgrade(url) {
  return new Promise(resolve => {
    const request = http.get(`${url}/api/signals`, {
      timeout: 1000,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    });
    const done = () => {
      request.destroy();
      resolve();
    };
    request.on('timeout', done).on('error', done).on('upgrade', done);
    request.on('response', done);
  });
}

async function waitUntilUsable(url, hasEnded, logFile) {
  const end = Date.now() + limitSeconds * 1000;
  while (!(await isUsable(url))) {
    if (hasEnded()) throw createFailure('Backstage did not start.', logFile);
    if (Date.now() > end) {
      throw createFailure(
        `Backstage was not ready within ${limitSeconds} s.`,
        logFile,
      );
    }
    await sleep(pollMilliseconds);
  }
}

/**
 * Starts Backstage, and answers when a person can use it. `ended` rejects when
 * it ends by itself.
 */
export async function startBackstage({ state, port, configuration }) {
  const url = `http://localhost:${port}`;
  const logFile = path.join(state.directory, 'backstage.log');
  const log = fs.openSync(logFile, 'w');
  const child = start(
    process.execPath,
    [
      '--import',
      endWithParent.href,
      path.join(root, 'packages/backend/dist/demo.cjs'),
      ...configuration.flatMap(file => ['--config', file]),
    ],
    {
      stdio: ['ignore', log, log],
      // The guest may sign in without more ado only in development.
      env: { ...process.env, NODE_ENV: 'development' },
    },
  );
  fs.closeSync(log);
  let hasEnded = false;
  const exit = once(child, 'exit').then(() => {
    hasEnded = true;
  });
  await waitUntilUsable(url, () => hasEnded, logFile);
  await spendFirstUpgrade(url);
  const ended = exit.then(() => {
    throw createFailure('Backstage ended by itself.', logFile);
  });
  return { url, logFile, ended, child };
}
