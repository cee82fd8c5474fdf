#!/usr/bin/env node
// Runs a command with the Node and Yarn that this repository wants, fetching
// them and the dependencies first where they are missing. Needs only Node 20
// and npm; what it fetches lands in .toolchain/ and node_modules/.
//
//   node scripts/toolchain.mjs [--git] backstage-cli repo lint
//
// Only built-in modules may be imported here and in scripts/toolchain/: they
// run before anything is installed.

import { createEnvironment } from './toolchain/environment.mjs';
import { endWithSentence } from './toolchain/failures.mjs';
import { ensureDependencies } from './toolchain/dependencies.mjs';
import { root } from './toolchain/paths.mjs';
import {
  checkFolder,
  checkGit,
  checkNode,
  checkPlatform,
} from './toolchain/requirements.mjs';
import { runCommand } from './toolchain/runCommand.mjs';
import { ensureTools } from './toolchain/tools.mjs';

const [first, ...rest] = process.argv.slice(2);
const needsGit = first === '--git';
const command = needsGit ? rest : process.argv.slice(2);

try {
  checkPlatform();
  checkNode();
  checkFolder(root);
  if (needsGit) checkGit();
  const tools = await ensureTools();
  const environment = createEnvironment(tools);
  // Yarn itself must run while the dependencies do not fit the lock file.
  if (command[0] !== 'yarn') await ensureDependencies(tools, environment);
  if (command.length > 0) await runCommand(command, environment);
} catch (error) {
  endWithSentence(error);
}
