import { build } from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { installed, root } from '../setup/paths.mjs';

/** The core package as it stands in the working tree. */
export async function loadCore() {
  const file = path.join(installed, `core-${process.pid}.cjs`);
  await build({
    entryPoints: [path.join(root, 'packages', 'core', 'src', 'index.ts')],
    outfile: file,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  try {
    return createRequire(import.meta.url)(file);
  } finally {
    fs.rmSync(file);
  }
}
