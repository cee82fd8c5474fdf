#!/usr/bin/env node
// The HTTP contract as openapi.json, from the schemas in src/api.
//
//   node scripts/openapi.mjs               writes openapi.json
//   node scripts/openapi.mjs --against REF fails where it breaks clients of the one at a Git revision

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(
  new URL('../plugins/gitops-ml-common', import.meta.url),
);
const file = path.join(root, 'openapi.json');

async function load() {
  const outfile = path.join(root, 'node_modules', '.cache', 'openapi.mjs');
  await build({
    entryPoints: [path.join(root, 'src/openapi/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

const { createOpenApi, findBreakingChanges } = await load();
const [option, ref] = process.argv.slice(2);
if (option === '--against' && ref) {
  const older = execFileSync('git', ['show', `${ref}:./openapi.json`], {
    cwd: root,
    encoding: 'utf8',
  });
  const changes = findBreakingChanges(JSON.parse(older), createOpenApi());
  for (const change of changes) process.stderr.write(`${change}\n`);
  process.exitCode = changes.length > 0 ? 1 : 0;
} else {
  fs.writeFileSync(file, `${JSON.stringify(createOpenApi(), null, 2)}\n`);
}
