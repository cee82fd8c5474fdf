import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { folder } from './folder.mjs';

const packages = path.dirname(folder);
const bundles = path.join(folder, 'dist', 'checkout');

function* sourcesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'testdata') yield* sourcesBelow(file);
    } else if (!entry.name.endsWith('.test.ts')) {
      yield file;
    }
  }
}

/** Changes whenever a source, a manifest or the lock file was written. */
function stampSources() {
  const hash = createHash('sha256');
  const files = [
    path.join(folder, '..', '..', 'yarn.lock'),
    path.join(folder, 'scripts', 'bundle.mjs'),
    ...['cli', 'core', 'git'].flatMap(name => [
      path.join(packages, name, 'package.json'),
      ...sourcesBelow(path.join(packages, name, 'src')),
    ]),
  ];
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Bundles into a folder that is either whole or absent, whoever else does so at
 * the same time, and removes the bundles of older sources.
 */
async function bundleInto(target) {
  const { bundle } = await import('./bundle.mjs');
  const own = `${target}.${process.pid}`;
  try {
    await mkdir(bundles, { recursive: true });
    await bundle(own);
    await rename(own, target).catch(error => {
      // Somebody else was faster, with the same sources.
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  const older = (await readdir(bundles)).filter(
    name => !name.includes('.') && path.join(bundles, name) !== target,
  );
  for (const name of older) {
    await rm(path.join(bundles, name), { recursive: true, force: true });
  }
}

/** The bundle of this checkout's sources, made now if there is none. */
export async function loadCheckoutBundle() {
  const target = path.join(bundles, stampSources());
  if (!existsSync(target)) await bundleInto(target);
  return path.join(target, 'gitops-ml.mjs');
}
