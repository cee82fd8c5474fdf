#!/usr/bin/env node
// Compares our readers with the real Python tools. Installs the tools first
// where they are missing.
//
//   npm run test:conformance            all tests
//   npm run test:conformance -- gto     those whose file names contain "gto"

import { spawn } from 'node:child_process';
import {
  describeChoice,
  selectTests,
} from './conformance/setup/selectTests.mjs';
import {
  describeMissingPython,
  findPython,
} from './conformance/setup/findPython.mjs';
import { ensureEnvironment } from './conformance/setup/ensureEnvironment.mjs';
import { folder, root } from './conformance/setup/paths.mjs';
import { fail, say } from './conformance/setup/say.mjs';

const filters = process.argv.slice(2).filter(word => word !== '--');
const tests = selectTests(folder, filters);
if (tests.length === 0) fail(describeChoice(folder, filters));

const python = findPython();
if (!python.found) fail(describeMissingPython(python));

const env = {
  ...process.env,
  DVC_NO_ANALYTICS: '1',
  FEAST_USAGE: 'False',
  ITERATIVE_DO_NOT_TRACK: '1',
  PYTHONDONTWRITEBYTECODE: '1',
};
for (const name of new Set(tests.flatMap(test => test.environments))) {
  env[`${name.toUpperCase()}_PYTHON`] = await ensureEnvironment(
    name,
    python.found,
  );
}

const limitMinutes = 20;
say(`running ${tests.map(test => test.file).join(', ')}`);
const child = spawn(
  process.execPath,
  ['--test', '--test-reporter=spec', ...tests.map(test => test.path)],
  { cwd: root, env, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
// What a failed test leaves open keeps its file from ending. (--test-force-exit
// ends it, and with it the reports that are still on their way.)
setTimeout(() => {
  say(`not ended after ${limitMinutes} minutes: something was left open`);
  child.kill();
}, limitMinutes * 60_000).unref();
child.on('error', error => fail(error.message));
child.on('exit', code => process.exit(code ?? 1));
