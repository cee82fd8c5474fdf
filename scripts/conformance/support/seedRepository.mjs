import { createRequire } from 'node:module';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../build/bundleOptions.mjs';
import { root } from '../../toolchain/paths.mjs';

const entry = 'packages/demo/src/seed/__testUtils__/seedRepository.ts';
const template = join(root, 'templates/ml-monorepo');

/** The demo's repository with its whole story, made in `folder`; its remote runs. */
export async function seedRepository(folder, now) {
  // Beside what it loads: a bundle finds its dependencies from where it lies.
  const outfile = join(root, `packages/demo/dist/seed-${process.pid}.cjs`);
  try {
    await build(bundleOptions(entry, outfile));
    const seeding = createRequire(import.meta.url)(outfile);
    mkdirSync(folder, { recursive: true });
    return await seeding.seedRepository(folder, template, now);
  } finally {
    rmSync(outfile, { force: true });
    rmSync(`${outfile}.map`, { force: true });
  }
}
