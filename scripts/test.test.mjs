import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from './toolchain/paths.mjs';
import { addTotals, describeTotals, withCrash } from './test/totals.mjs';

describe('totals', () => {
  test('are added, and skipped tests are named only where there are some', () => {
    const one = { passed: 1, failed: 0, skipped: 0 };
    const two = { passed: 2, failed: 3, skipped: 4 };
    assert.equal(describeTotals(one), '1 passed, 0 failed');
    assert.equal(
      describeTotals(addTotals([one, two])),
      '3 passed, 3 failed, 4 skipped',
    );
  });

  test('count a runner that crashed without a failed test as a failure', () => {
    const none = { passed: 5, failed: 0, skipped: 0 };
    assert.equal(withCrash(none, 1).failed, 1);
    assert.equal(withCrash(none, 0).failed, 0);
    assert.equal(withCrash({ ...none, failed: 2 }, 1).failed, 2);
  });
});

describe("the reporter of node:test's totals", () => {
  let folder;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'totals-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('counts tests, not suites, and a file that does not load', () => {
    fs.writeFileSync(
      path.join(folder, 'a.test.mjs'),
      `import { describe, test } from 'node:test';
       describe('suite', () => {
         test('passes', () => {});
         test('fails', () => { throw new Error('no'); });
         test('is skipped', { skip: 'why' }, () => {});
       });`,
    );
    fs.writeFileSync(path.join(folder, 'b.test.mjs'), 'throw new Error();');
    const { stdout } = spawnSync(
      process.execPath,
      [
        '--test',
        `--test-reporter=${path.join(root, 'scripts/test/totalsReporter.mjs')}`,
      ],
      // A test runner inside a test runner would report to the outer one.
      { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH } },
    );
    assert.deepEqual(JSON.parse(stdout), { passed: 1, failed: 2, skipped: 1 });
  });
});
