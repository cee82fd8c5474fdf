import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from '../toolchain/failures.mjs';
import { tryLock } from '../toolchain/lock.mjs';
import { root } from '../toolchain/paths.mjs';
import { checkRoom } from '../toolchain/requirements.mjs';
import { isFree } from './ports.mjs';
import { worldPorts } from './world.mjs';

const defaultWorldPort = 3200;
const roomForState = 200;

// Tests run a world of their own beside a demo that may be running.
export const stateDirectory =
  process.env.GITOPS_ML_DEMO_STATE ?? path.join(root, '.demo');
const worldFile = path.join(stateDirectory, 'world.json');
const lockFile = `${stateDirectory}.lock`;

const serverNames = {
  forge: 'Git forge',
  argocd: 'Argo CD API',
  dvcRemote: 'DVC remote',
  cluster: 'cluster',
};

function readWorld() {
  if (!fs.existsSync(worldFile)) return undefined;
  const known = parseWorld(fs.readFileSync(worldFile, 'utf8'));
  if (!known) {
    throw new Failure(
      `${worldFile} is broken, or of an older version of the demo. Start anew: npm run demo -- --reset`,
    );
  }
  return known;
}

function parseWorld(text) {
  try {
    const { worldPort, webhookSecret } = JSON.parse(text);
    return worldPort && webhookSecret && { worldPort, webhookSecret };
  } catch {
    return undefined;
  }
}

function checkWorldPort(known, worldPort) {
  if (known && worldPort && known.worldPort !== worldPort) {
    throw new Failure(
      `The forge is on port ${known.worldPort}, and what was registered says so. To move it, start anew: npm run demo -- --reset --world-port ${worldPort}`,
    );
  }
}

async function checkPorts(port, worldPort) {
  const servers = Object.entries(worldPorts(worldPort));
  const same = servers.find(([, taken]) => taken === port);
  if (same) {
    throw new Failure(
      `Backstage and the ${
        serverNames[same[0]]
      } can't both be on port ${port}. Give Backstage another one: npm run demo -- --port ${
        worldPort + servers.length
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
  for (const [name, needed] of servers) {
    if (await isFree(needed)) continue;
    throw new Failure(
      `Port ${needed} is taken, which the demo's ${
        serverNames[name]
      } needs. Stop what uses it, or start anew with the world elsewhere: npm run demo -- --reset --world-port ${
        worldPort + 10
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
  const world = known ?? {
    worldPort: worldPort ?? defaultWorldPort,
    webhookSecret: randomBytes(24).toString('hex'),
  };
  await checkPorts(port, world.worldPort);
  if (reset) fs.rmSync(stateDirectory, { recursive: true, force: true });
  fs.mkdirSync(stateDirectory, { recursive: true });
  checkRoom(stateDirectory, roomForState);
  fs.writeFileSync(worldFile, `${JSON.stringify(world)}\n`, { mode: 0o600 });
  const kubeconfig = path.join(stateDirectory, 'kubeconfig');
  return { directory: stateDirectory, kubeconfig, ...world };
}
