import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { start } from '../lib/processes.mjs';
import { root } from '../toolchain/paths.mjs';
import { withCrash } from './totals.mjs';

/** Runs files of node:test, one after the other; their totals. */
export async function runNodeTests(name, patterns) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `gitops-ml-${name}-`));
  const file = path.join(folder, 'totals.json');
  try {
    const child = start(
      process.execPath,
      [
        '--test',
        '--test-concurrency=1',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        `--test-reporter=${path.join(root, 'scripts/test/totalsReporter.mjs')}`,
        `--test-reporter-destination=${file}`,
        ...patterns,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    const [code] = await once(child, 'exit');
    const totals = fs.existsSync(file)
      ? JSON.parse(fs.readFileSync(file, 'utf8'))
      : { passed: 0, failed: 1, skipped: 0 };
    return withCrash(totals, code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
