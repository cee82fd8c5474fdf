import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

const require = createRequire(import.meta.url);

/** Each server of the world, by its distance from `--world-port`; the cluster's is 3300. */
export const worldPorts = first => ({
  forge: first,
  argocd: first + 1,
  dvcRemote: first + 2,
  cluster: first + 100,
});

/** Starts the servers around Backstage, in this process. */
export async function startWorld(state, backstageUrl) {
  const { startWorld: start, ...names } = require(path.join(
    root,
    'packages/demo/dist/world.cjs',
  ));
  const world = await start({
    directory: path.join(state.directory, 'world'),
    ports: worldPorts(state.worldPort),
    backstageUrl,
    webhookSecret: state.webhookSecret,
    onError: (server, error) => console.error(`${server}: ${error.stack}`),
  });
  fs.writeFileSync(state.kubeconfig, world.kubeconfig, { mode: 0o600 });
  return {
    ...world,
    account: names.worldAccount,
    organisation: names.worldOrganisation,
    argocdInstance: names.worldArgoCdInstance,
  };
}
