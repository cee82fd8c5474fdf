import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { start } from '../lib/processes.mjs';
import { withCrash } from './totals.mjs';

// A suite that did not even run has no failed test, but failed.
const readTotals = file => {
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
};

/** Runs the tests of all packages; its totals. */
export async function runJest() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-jest-'));
  const file = path.join(folder, 'result.json');
  try {
    const child = start(
      'backstage-cli',
      [
        'repo',
        'test',
        '--watchAll=false',
        '--silent',
        '--maxWorkers=2',
        // A busy machine is no reason to fail; a hang still ends.
        '--testTimeout=60000',
        '--json',
        `--outputFile=${file}`,
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, CI: 'true' },
      },
    );
    const [code] = await once(child, 'exit');
    const totals = fs.existsSync(file)
      ? readTotals(file)
      : { passed: 0, failed: 1, skipped: 0 };
    return withCrash(totals, code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
