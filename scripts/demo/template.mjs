import fs from 'node:fs';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { Failure } from '../toolchain/failures.mjs';

const source = path.join(root, 'templates/ml-monorepo');
const hostLine = /^( *allowedHosts: )\[.*\]$/m;

/**
 * The template as this demo offers it: a copy whose form publishes to this
 * demo's forge, wherever --world-port put it. Answers the copy's template.yaml.
 */
export function writeTemplate(state, world) {
  const target = path.join(state.directory, 'templates', 'ml-monorepo');
  fs.rmSync(target, { recursive: true, force: true });
  fs.cpSync(source, target, { recursive: true });
  const file = path.join(target, 'template.yaml');
  const text = fs.readFileSync(file, 'utf8');
  if (!hostLine.test(text)) {
    throw new Failure(`${source}/template.yaml names no allowedHosts.`);
  }
  const host = JSON.stringify(new URL(world.urls.forge).host);
  fs.writeFileSync(file, text.replace(hostLine, `$1[${host}]`));
  return file;
}
