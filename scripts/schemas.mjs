#!/usr/bin/env node
// Writes packages/core/schemas/*.schema.json from the zod schemas.
//
//   node scripts/toolchain.mjs node scripts/schemas.mjs

import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import prettier from 'prettier';

const core = fileURLToPath(new URL('../packages/core/', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'schemas-'));
const bundle = path.join(folder, 'schemas.cjs');
try {
  await build({
    entryPoints: [path.join(core, 'src', 'descriptor', 'createJsonSchemas.ts')],
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
  const { createJsonSchemas } = createRequire(import.meta.url)(bundle);
  fs.mkdirSync(path.join(core, 'schemas'), { recursive: true });
  for (const [name, schema] of Object.entries(createJsonSchemas())) {
    const file = path.join(core, 'schemas', name);
    const options = await prettier.resolveConfig(file);
    const text = await prettier.format(JSON.stringify(schema), {
      ...options,
      parser: 'json',
    });
    fs.writeFileSync(file, text);
    process.stderr.write(`[schemas] ${path.relative(process.cwd(), file)}\n`);
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
