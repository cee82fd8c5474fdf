// A demo of the tests' own: free ports, a folder of its own, so that one that
// is running is not disturbed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, isFree } from '../scripts/demo/ports.mjs';
import { worldPorts } from '../scripts/demo/world.mjs';
import { root } from '../scripts/toolchain/paths.mjs';

// With the front end to be built and the story to be told, on a busy machine.
const startLimitMilliseconds = 600_000;

// The world takes a row of ports.
export async function findWorldPort() {
  const candidate = await findFreePort();
  const row = Object.values(worldPorts(candidate));
  const areFree = await Promise.all(row.map(isFree));
  return areFree.every(Boolean) ? candidate : findWorldPort();
}

export async function createDemoPlace() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml demo '));
  return {
    state: path.join(directory, 'state'),
    directory,
    port: await findFreePort(),
    worldPort: await findWorldPort(),
    remove: () => fs.rmSync(directory, { recursive: true, force: true }),
  };
}

/** Starts `npm run demo`'s command, by way of the toolchain, in a process group of its own. */
export function startDemoCommand(place, args = []) {
  const child = spawn(
    process.execPath,
    ['scripts/toolchain.mjs', '--git', 'node', 'scripts/demo.mjs', ...args],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // As npm does it: the command then ends with its parent.
        npm_lifecycle_event: 'demo',
        GITOPS_ML_DEMO_STATE: place.state,
      },
    },
  );
  const demo = { child, output: '', exited: once(child, 'exit') };
  const collect = chunk => {
    demo.output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return demo;
}

async function waitForGuide(demo) {
  const end = Date.now() + startLimitMilliseconds;
  while (!demo.output.includes('Three things to try')) {
    if (demo.child.exitCode !== null || Date.now() > end) {
      throw new Error(`the demo did not start:\n${demo.output}`);
    }
    await sleep(100);
  }
}

/** A running demo: its addresses, and how to end it as Ctrl-C does. */
export async function startDemo(place) {
  const demo = startDemoCommand(place, [
    '--port',
    String(place.port),
    '--world-port',
    String(place.worldPort),
  ]);
  await waitForGuide(demo);
  return {
    ...demo,
    url: `http://localhost:${place.port}`,
    forgeUrl: `http://localhost:${place.worldPort}`,
    argocdUrl: `http://localhost:${worldPorts(place.worldPort).argocd}`,
    dvcRemoteUrl: `http://localhost:${worldPorts(place.worldPort).dvcRemote}`,
    pushUrl: name =>
      `http://demo:demo-password@localhost:${place.worldPort}/ml/${name}.git`,
    async stop() {
      if (demo.child.exitCode !== null) return;
      process.kill(-demo.child.pid, 'SIGINT');
      await demo.exited;
    },
  };
}

/** Headers with which a script asks the demo's Backstage as the guest. */
export async function signIn({ url }) {
  const response = await fetch(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { token } = (await response.json()).backstageIdentity;
  return { authorization: `Bearer ${token}` };
}

/** Waits until the catalog has processed an entity, `component/default/name`. */
export async function waitForEntity(demo, name, milliseconds = 30_000) {
  const headers = await signIn(demo);
  const end = Date.now() + milliseconds;
  const ask = () =>
    fetch(`${demo.url}/api/catalog/entities/by-name/${name}`, { headers });
  while ((await ask()).status !== 200) {
    if (Date.now() > end) throw new Error(`the catalog has no ${name}`);
    await sleep(200);
  }
}

/** Pushes a repository to the forge, registers it, and waits until the catalog has its component. */
export async function registerRepository(demo, name, git) {
  await git('push', '--quiet', demo.pushUrl(name), 'HEAD:main', '--tags');
  const target = `${demo.forgeUrl}/ml/${name}/src/branch/main/catalog-info.yaml`;
  const response = await fetch(`${demo.url}/api/catalog/locations`, {
    method: 'POST',
    headers: { ...(await signIn(demo)), 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'url', target }),
  });
  if (response.status !== 201) {
    throw new Error(`registering ${name}: ${await response.text()}`);
  }
  await waitForEntity(demo, `component/default/${name}`);
}

/** The processes, on Linux, that run for the demo at `place`. */
export function processesOf(place) {
  const marker = `GITOPS_ML_DEMO_STATE=${place.state}`;
  return fs.readdirSync('/proc').filter(name => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      return fs
        .readFileSync(`/proc/${name}/environ`, 'latin1')
        .split('\0')
        .includes(marker);
    } catch {
      // It ended meanwhile, or is somebody else's.
      return false;
    }
  });
}

/** Waits until nothing runs for the demo at `place`; answers what still does. */
export async function waitForNoProcess(place, milliseconds) {
  const end = Date.now() + milliseconds;
  while (processesOf(place).length > 0 && Date.now() < end) await sleep(100);
  return processesOf(place);
}
