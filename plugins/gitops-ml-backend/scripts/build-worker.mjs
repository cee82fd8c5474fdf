#!/usr/bin/env node
// Bundles the parsing worker (plain JavaScript, with core inside).
//
//   node scripts/build-worker.mjs FILE      writes FILE (package build)
//   node scripts/build-worker.mjs --cached  builds where sources changed, and prints the file

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, version } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const entry = path.join(root, 'src/index/parsing/workerMain.ts');
const core = path.dirname(
  createRequire(entry).resolve('@gitops-ml/core/package.json'),
);

async function bundle(outfile) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

function sources(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(file => file.isFile() && /(?<!\.test)\.ts$/.test(file.name))
    .map(file => path.join(file.parentPath, file.name))
    .sort();
}

function fingerprint() {
  const hash = createHash('sha256').update(version);
  const files = [
    ...sources(path.join(core, 'src')),
    ...sources(path.dirname(entry)),
    path.join(core, 'package.json'),
    fileURLToPath(import.meta.url),
  ];
  for (const file of files) hash.update(file).update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const target = process.argv[2];
if (target && target !== '--cached') {
  await bundle(path.resolve(root, target));
} else {
  const folder = path.join(root, 'node_modules', '.cache', 'parsing-worker');
  const file = path.join(folder, `${fingerprint()}.cjs`);
  if (!fs.existsSync(file)) {
    // Several test processes may build at once: each its own, the last one stays.
    const own = path.join(folder, `${process.pid}.tmp.cjs`);
    await bundle(own);
    fs.renameSync(own, file);
  }
  process.stdout.write(file);
}
