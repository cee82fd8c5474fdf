import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../build/bundleOptions.mjs';

const require = createRequire(import.meta.url);
const entry =
  'plugins/scaffolder-backend-module-gitops-ml/src/actions/track/action.ts';

/** The scaffolder action that tracks data, bundled into `folder`. */
export async function loadTrackAction(folder) {
  const file = path.join(folder, 'track.cjs');
  await build(bundleOptions(entry, file));
  return require(file);
}
