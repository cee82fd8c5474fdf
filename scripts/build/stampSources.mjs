import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

const skipped =
  /(^|\/)(node_modules|dist|dist-types|testdata|(__)?testUtils(__)?)$|\.test\.tsx?$/;

function* filesBelow(relative) {
  if (skipped.test(relative)) return;
  const stat = fs.statSync(path.join(root, relative), {
    throwIfNoEntry: false,
  });
  if (stat?.isFile()) yield relative;
  if (!stat?.isDirectory()) return;
  for (const name of fs.readdirSync(path.join(root, relative)).sort()) {
    yield* filesBelow(`${relative}/${name}`);
  }
}

/** A digest of the files below `paths` (relative to the root), tests left out. */
export function stampSources(paths) {
  const hash = createHash('sha256');
  for (const relative of paths) {
    for (const file of filesBelow(relative)) {
      hash.update(file).update('\0');
      hash.update(fs.readFileSync(path.join(root, file))).update('\0');
    }
  }
  return hash.digest('hex');
}
