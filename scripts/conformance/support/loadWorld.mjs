import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../build/bundleOptions.mjs';

const require = createRequire(import.meta.url);

/** The demo's servers, bundled into `folder`. */
export async function loadWorld(folder) {
  const file = path.join(folder, 'world.cjs');
  await build(bundleOptions('packages/demo/src/index.ts', file));
  return require(file);
}
