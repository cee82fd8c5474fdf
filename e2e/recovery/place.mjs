// A Backstage that can be killed, in a world whose every server stands behind a
// gate.

import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildForDemo } from '../../scripts/build/buildForDemo.mjs';
import { startBackstage } from '../../scripts/demo/backstage.mjs';
import { writeConfiguration } from '../../scripts/demo/configuration.mjs';
import { findFreePort } from '../../scripts/demo/ports.mjs';
import { startWorld } from '../../scripts/demo/world.mjs';
import { findWorldPort } from '../demoWorld.mjs';
import { startGate } from './gate.mjs';

const servers = ['forge', 'argocd', 'dvcRemote'];

async function startGates(world, onError) {
  const gates = {};
  for (const name of servers) {
    gates[name] = await startGate(world.urls[name], onError);
  }
  return gates;
}

/** `errors` are those of the world's servers and of the gates. */
export async function createRecoveryPlace() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-kill-'));
  const port = await findFreePort();
  const state = {
    directory,
    kubeconfig: path.join(directory, 'kubeconfig'),
    worldPort: await findWorldPort(),
    webhookSecret: 'the-secret-of-the-webhook',
  };
  await buildForDemo({ begin() {} });
  const errors = [];
  const world = await startWorld(state, `http://localhost:${port}`);
  const gates = await startGates(world, error => errors.push(error));
  const urls = {
    ...world.urls,
    ...Object.fromEntries(servers.map(name => [name, gates[name].url])),
  };
  const configuration = writeConfiguration(state, port, { ...world, urls });
  const workingDirectory = path.join(directory, 'work');
  fs.mkdirSync(workingDirectory);
  let logs = '';
  return {
    directory,
    workingDirectory,
    gates,
    errors,
    world: { ...world, urls },
    secrets: [
      world.account.password,
      world.argocdToken,
      world.clusterToken,
      state.webhookSecret,
      Buffer.from(
        `${world.account.username}:${world.account.password}`,
      ).toString('base64'),
    ],
    /** What all back ends so far said. */
    logs: () => logs,
    /** Starts the back end on the one database. */
    async start(scaffolder = {}) {
      const file = path.join(directory, 'overrides.json');
      const overrides = { backend: { workingDirectory }, scaffolder };
      fs.writeFileSync(file, JSON.stringify(overrides));
      const backstage = await startBackstage({
        state,
        port,
        configuration: [...configuration, file],
      });
      const ended = once(backstage.child, 'exit');
      // It is meant to: it is killed.
      backstage.ended.catch(() => {});
      return {
        ...backstage,
        async kill() {
          if (backstage.child.signalCode !== null) return;
          process.kill(-backstage.child.pid, 'SIGKILL');
          await ended;
          for (const gate of Object.values(gates)) gate.drop();
          logs += fs.readFileSync(backstage.logFile, 'utf8');
        },
      };
    },
    async remove() {
      for (const gate of Object.values(gates)) await gate.close();
      await world.close();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
