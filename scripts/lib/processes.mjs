// The processes that a script starts. Each leads a group of its own, so that
// ending one ends whatever it started; nothing outlives the script.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../toolchain/paths.mjs';

const graceMilliseconds = 5000;
const running = new Set();

function signalGroup(child, signal) {
  if (child.pid === undefined) return false;
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Starts a command in a process group of its own. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, ...options, detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

async function groupIsGone(child, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (signalGroup(child, 0)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Ends a process and all that it started: first politely, after 5 s by force. */
async function end(child) {
  if (!signalGroup(child, 'SIGTERM')) return;
  if (await groupIsGone(child, graceMilliseconds)) return;
  signalGroup(child, 'SIGKILL');
  await groupIsGone(child, graceMilliseconds);
}

/** Runs a command to its end; answers its exit code and what it printed. */
export async function run(command, args, options = {}) {
  const child = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = [];
  child.stdout.on('data', chunk => chunks.push(chunk));
  child.stderr.on('data', chunk => chunks.push(chunk));
  const [code] = await once(child, 'close');
  return { code: code ?? 1, output: Buffer.concat(chunks).toString() };
}

/**
 * On Ctrl-C, SIGTERM or SIGHUP: does `lastWork`, ends every process, and exits.
 * Answers `stop(code)`, which does the same without a signal, and
 * `isStopping()`. Once begun, the end is not begun again.
 */
export function endAllOnSignal(lastWork = async () => {}) {
  let ending;
  const finish = async code => {
    try {
      await Promise.all([lastWork(), ...[...running].map(end)]);
    } finally {
      process.exit(code);
    }
  };
  const stop = code => {
    ending = ending ?? finish(code);
    return ending;
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  process.on('SIGHUP', () => stop(129));
  return { stop, isStopping: () => ending !== undefined };
}
