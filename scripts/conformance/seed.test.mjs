import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadCore } from './readRevision.mjs';
import { describeOurs, describeReal } from './support/describeRegistry.mjs';
import { readTags } from './support/readTags.mjs';
import { seedRepository } from './support/seedRepository.mjs';
import { startOracle } from './support/startOracle.mjs';

const gtoScript = fileURLToPath(
  new URL('support/gto_oracle.py', import.meta.url),
);
const execute = promisify(execFile);
const python = process.env.DVC_PYTHON;
const RAW = 'data/raw/transactions.csv';
const PREPARED = 'data/processed/transactions.csv';
const FEATURES = 'data/processed/features.csv';
const MODEL = 'models/fraud-detector.json';
const ALL = [FEATURES, PREPARED, RAW, MODEL];

/** What the story says that each commit changed of what DVC keeps. */
const changes = {
  'pin-production': {},
  // For dvc an output that was declared and had no hash yet was there before.
  'first-model': { modified: [FEATURES, PREPARED, MODEL] },
  'first-in-production': {},
  february: { modified: ALL },
  'last-payment': {},
  march: { modified: ALL },
  'learn-slower': { modified: [MODEL] },
  'second-in-production': {},
  april: { modified: ALL },
  'look-back': { modified: [FEATURES, MODEL] },
  'learn-faster': { modified: [MODEL] },
  'third-in-production': {},
  'back-to-second': {},
  'learn-slower-again': { modified: [MODEL] },
  'fourth-in-production': {},
  'ask-first': {},
  'last-sale': {},
  may: { modified: ALL },
  'fewer-alarms': { modified: [MODEL] },
  june: { modified: ALL },
  'fifth-in-production': {},
};

/** Before the first model nothing was run. */
const untrained = new Set(['pin-production']);

/** The newest raw data was never pushed. */
const unpushed = new Set(['june', 'fifth-in-production']);

let folder;
let seeded;
let clone;
let environment;

// Not the synchronous kind: the remote that dvc asks runs in this process.
const run = async (command, ...words) =>
  (
    await execute(command, words, {
      cwd: clone,
      env: environment,
      maxBuffer: 1 << 28,
    })
  ).stdout;
const dvc = (...words) => run(python, '-m', 'dvc', ...words);
const dvcJson = async (...words) => JSON.parse(await dvc(...words, '--json'));

before(async () => {
  assert.ok(python, 'DVC_PYTHON must name the Python that has dvc');
  folder = mkdtempSync(join(tmpdir(), 'gitops-ml-seed-'));
  environment = {
    ...process.env,
    PATH: `${dirname(python)}${delimiter}${process.env.PATH}`,
    DVC_NO_ANALYTICS: '1',
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
  };
  seeded = await seedRepository(folder, new Date('2026-11-21T10:00:00Z'));
  clone = join(folder, 'checkout');
  execFileSync('git', ['clone', '--quiet', seeded.repository.directory, clone]);
  writeFileSync(
    join(clone, '.dvc/config.local'),
    '[\'remote "storage"\']\n    user = demo\n    password = demo-password\n',
  );
});

after(async () => {
  await seeded?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('the seeded history', () => {
  it('is what this test knows of it', () => {
    assert.deepEqual([...seeded.commits.keys()], Object.keys(changes));
  });

  it('has the sample data, and stages that never ran, at day zero', async () => {
    await run('git', 'checkout', '--quiet', seeded.beginning);
    await dvc('pull', '--quiet', RAW);
    const status = await dvcJson('status');
    assert.deepEqual(Object.keys(status).sort(), [
      'describe',
      'evaluate',
      'featurize',
      'prepare',
      'train',
    ]);
    assert.equal(await run('git', 'status', '--porcelain'), '');
  });

  it('has a clean dvc status on each commit after dvc pull', async () => {
    for (const [step, oid] of seeded.commits) {
      if (untrained.has(step)) continue;
      await run('git', 'checkout', '--quiet', oid);
      if (unpushed.has(step)) {
        await assert.rejects(dvc('pull', '--quiet'));
        const status = await dvcJson('status');
        assert.deepEqual(status, {
          [`${RAW}.dvc`]: [{ 'changed outs': { [RAW]: 'not in cache' } }],
          prepare: [{ 'changed deps': { [RAW]: 'deleted' } }],
        });
      } else {
        await dvc('pull', '--quiet');
        assert.deepEqual(await dvcJson('status'), {}, step);
      }
      assert.equal(await run('git', 'status', '--porcelain'), '', step);
    }
  });

  it('changes between neighbours what the story says', async () => {
    await run('git', 'checkout', '--quiet', 'main');
    let previous = seeded.beginning;
    for (const [step, oid] of seeded.commits) {
      const diff = await dvcJson('diff', previous, oid);
      const paths = kind => (diff[kind] ?? []).map(({ path }) => path).sort();
      const { modified = [] } = changes[step];
      assert.deepEqual(paths('added'), [], step);
      assert.deepEqual(paths('modified'), [...modified].sort(), step);
      assert.deepEqual(paths('deleted'), [], step);
      previous = oid;
    }
  });

  it('is what the Python of the repository makes, byte for byte', async () => {
    for (const step of ['first-model', 'look-back', 'fewer-alarms']) {
      await run('git', 'checkout', '--quiet', seeded.commits.get(step));
      await dvc('checkout', '--quiet', '--force');
      await dvc('repro', '--quiet', '--force', '--no-run-cache');
      assert.equal(await run('git', 'status', '--porcelain'), '', step);
    }
  });

  it('has the versions and stages that gto shows', async () => {
    const core = loadCore();
    const oracle = startOracle(python, gtoScript);
    try {
      const real = await oracle.ask({
        op: 'read',
        repo: seeded.repository.directory,
      });
      const { facts, problems } = core.resolveGto(
        readTags(seeded.repository.directory),
      );
      assert.deepEqual(problems, []);
      assert.deepEqual(describeOurs(facts), describeReal(real));
    } finally {
      await oracle.stop();
    }
  });
});
