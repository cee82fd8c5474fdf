import fs from 'node:fs';
import path from 'node:path';
import { Failure } from '../toolchain/failures.mjs';
import { tryLock } from '../toolchain/lock.mjs';
import { root } from '../toolchain/paths.mjs';
import { isFree } from './ports.mjs';

const defaultForgePort = 3200;

// Tests run a world of their own beside a demo that may be running.
const directory = process.env.GITOPS_ML_DEMO_STATE ?? path.join(root, '.demo');
const worldFile = path.join(directory, 'world.json');
const lockFile = `${directory}.lock`;

function readWorld() {
  if (!fs.existsSync(worldFile)) return undefined;
  return JSON.parse(fs.readFileSync(worldFile, 'utf8'));
}

function checkWorldPort(known, worldPort) {
  if (known && worldPort && known.forgePort !== worldPort) {
    throw new Failure(
      `The forge is on port ${known.forgePort}, and what was registered says so. To move it, start anew: npm run demo -- --reset --world-port ${worldPort}`,
    );
  }
}

async function checkPorts(port, forgePort) {
  if (port === forgePort) {
    throw new Failure(
      `Backstage and the forge can't both be on port ${port}. Give Backstage another one: npm run demo -- --port ${
        port + 1
      }`,
    );
  }
  if (!(await isFree(port))) {
    throw new Failure(
      `Port ${port} is taken. Stop what uses it, or give Backstage another one: npm run demo -- --port ${
        port + 1
      }`,
    );
  }
  if (!(await isFree(forgePort))) {
    throw new Failure(
      `Port ${forgePort} is taken, which the demo's forge needs. Stop what uses it, or start anew with the forge elsewhere: npm run demo -- --reset --world-port ${
        forgePort + 10
      }`,
    );
  }
}

/**
 * The folder in which everything lies that the demo knows, held until this
 * process ends. Refuses ports that are taken before anything is started.
 */
export async function openState({ port, worldPort, reset }) {
  const { holder } = tryLock(lockFile);
  if (holder !== undefined) {
    throw new Failure(
      `The demo is already running (process ${holder}). Stop it with Ctrl-C in its terminal, or kill ${holder}.`,
    );
  }
  const known = reset ? undefined : readWorld();
  checkWorldPort(known, worldPort);
  const forgePort = known?.forgePort ?? worldPort ?? defaultForgePort;
  await checkPorts(port, forgePort);
  if (reset) fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(worldFile, `${JSON.stringify({ forgePort })}\n`);
  return { directory, forgePort };
}
