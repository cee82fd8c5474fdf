import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

export const account = { username: 'demo', password: 'demo-password' };
export const organisation = 'ml';

const require = createRequire(import.meta.url);

/** Starts the servers around Backstage; in part they are this process. */
export async function startWorld({ directory, forgePort }) {
  const { startForge } = require(path.join(
    root,
    'packages/demo/dist/world.cjs',
  ));
  const forge = await startForge({
    directory: path.join(directory, 'forge'),
    port: forgePort,
    organisations: [organisation],
    account,
    onError: error => console.error(`forge: ${error.stack}`),
  });
  return { forge, close: () => forge.close() };
}
