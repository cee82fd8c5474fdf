// A repository made by templates/ml-monorepo, worked with by the real dvc, gto,
// feast and uvicorn: from day zero over the first release to the second.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { findFreePort } from '../demo/ports.mjs';
import { folder as here, root } from './setup/paths.mjs';
import { createGenerated } from './support/createGenerated.mjs';
import { getJson, untilReady } from './support/http.mjs';

const { DVC_PYTHON, FEAST_PYTHON } = process.env;
if (!DVC_PYTHON || !FEAST_PYTHON) {
  throw new Error(
    'DVC_PYTHON and FEAST_PYTHON must name Pythons with the tools',
  );
}

const NAME = 'fraud-detector';
const generated = await createGenerated({ name: NAME, python: DVC_PYTHON });
const { folder, directory, environmentOf, run, git, make, read } = generated;
const { md5, readEnv, replace, commit, listChanged } = generated;
const { signIn, listProblems } = generated;

after(() => generated.close());

describe('on day zero', () => {
  test('make data makes the sample that the template ships', async () => {
    const shipped = fs.readFileSync(
      path.join(
        root,
        'templates/ml-monorepo/skeleton/data/raw/transactions.csv',
      ),
    );
    fs.rmSync(path.join(directory, 'data/raw/transactions.csv'));
    await make('data');
    assert.ok(
      shipped.equals(
        fs.readFileSync(path.join(directory, 'data/raw/transactions.csv')),
      ),
    );
    await run('dvc', ['add', '--quiet', 'data/raw/transactions.csv']);
    await commit('Create the repository');
    assert.equal(await git('ls-files', 'data/raw/transactions.csv'), '');
  });

  test('its tests pass, with and without the service framework', async () => {
    await make('test');
    await run('make', ['test'], { python: FEAST_PYTHON });
  });

  test('make check and make help find nothing wrong', async () => {
    await make('check');
    assert.match(await make(), /materialize\s+Fill the local online store/);
  });

  test('our readers find no problem', async () => {
    assert.deepEqual(await listProblems(), []);
  });
});

describe('the first release', () => {
  before(async () => {
    await signIn(directory);
    await make('release');
  });

  test('touches these files and no others', async () => {
    assert.deepEqual(await listChanged(), [
      'dvc.lock',
      'infra/base/kustomization.yaml',
      'infra/serving/release.env',
      'metrics/evaluation.json',
      'metrics/training.json',
    ]);
    await commit('Release v1.0.0');
  });

  test('leaves nothing to do for dvc, here and on the remote', async () => {
    assert.match(await run('dvc', ['status']), /up to date/);
    assert.match(await run('dvc', ['status', '--cloud']), /in sync/);
  });

  test('is described by what dvc knows', () => {
    const { stages } = parse(read('dvc.lock'));
    const hashOf = (outs, wanted) =>
      `md5:${outs.find(out => out.path === wanted).md5}`;
    const whole = createHash('sha256');
    const features = [
      'features/definitions/account.py',
      'features/definitions/merchant.py',
      'features/definitions/services.py',
      'features/feature_store.yaml',
      'features/kustomization.yaml',
    ];
    for (const file of features) {
      const digest = createHash('sha256').update(read(file)).digest('hex');
      whole.update(`${file}\0${digest}\n`);
    }
    assert.deepEqual(readEnv('infra/serving/release.env'), {
      MODEL_NAME: NAME,
      MODEL_VERSION: 'v1.0.0',
      MODEL_HASH: hashOf(stages.train.outs, `models/${NAME}.json`),
      DATA_HASH: hashOf(stages.train.deps, 'data/processed/features.csv'),
      FEATURES_DIGEST: `sha256:${whole.digest('hex')}`,
    });
  });

  test('has a model that keeps the thresholds of its descriptor', () => {
    const { thresholds } = parse(read(`models/${NAME}.yaml`));
    const metrics = JSON.parse(read('metrics/evaluation.json'));
    assert.ok(metrics.roc_auc >= thresholds.roc_auc.min);
    assert.ok(metrics.brier <= thresholds.brier.max);
  });

  test('our readers and our CLI find no problem', async () => {
    assert.deepEqual(await listProblems(), []);
    const cli = path.join(root, 'packages/cli/bin/gitops-ml');
    const answer = JSON.parse(
      await run(process.execPath, [cli, '--repo', directory, 'data', '--json']),
    );
    assert.deepEqual(answer.problems, []);
    const row = answer.data.find(each => each.path === `models/${NAME}.json`);
    assert.equal(row.hash.value, md5(`models/${NAME}.json`));
  });

  test('is a version for gto, as the publish workflow tags it', async () => {
    await git('tag', '--annotate', `${NAME}@v1.0.0`, '--message', 'Release');
    const shown = JSON.parse(await run('gto', ['show', '--json']));
    assert.equal(shown[NAME].version, 'v1.0.0');
  });

  test('asks for nothing in a clone without data, as the ci workflow looks', async () => {
    const clone = path.join(folder, 'clone');
    await run('git', ['clone', '--quiet', directory, clone]);
    const plan = await run('dvc', ['repro', '--dry', '--allow-missing'], {
      cwd: clone,
    });
    assert.doesNotMatch(plan, /Running stage/);
    await signIn(clone);
    await run('dvc', ['pull', '--quiet'], { cwd: clone });
    assert.match(await run('dvc', ['status'], { cwd: clone }), /up to date/);
  });
});

describe('what serves it', () => {
  let features;
  const release = () => ({
    ...readEnv('infra/serving/release.env'),
    ...readEnv('infra/serving/settings.env'),
    PYTHONPATH: 'apps/inference-service:apps/training',
  });

  test('the feature job reads the definitions of a ConfigMap volume', async () => {
    // As kubelet lays it out: hidden copies, and links to them.
    const volume = path.join(folder, 'volume');
    const hidden = path.join(volume, '..2026_11_21');
    fs.mkdirSync(path.join(hidden, 'definitions'), { recursive: true });
    for (const file of [
      'feature_store.yaml',
      'definitions/account.py',
      'definitions/merchant.py',
      'definitions/services.py',
    ]) {
      fs.writeFileSync(path.join(hidden, file), read(`features/${file}`));
    }
    fs.symlinkSync('..2026_11_21', path.join(volume, '..data'));
    for (const shown of ['definitions', 'feature_store.yaml']) {
      fs.symlinkSync(path.join('..data', shown), path.join(volume, shown));
    }
    const [job] = parse(read('infra/base/feature-jobs.yaml')).spec.template.spec
      .initContainers;
    features = path.join(folder, 'features');
    fs.mkdirSync(features);
    const copy = job.command[2]
      .replace('/definitions/', `${volume}/`)
      .replace('/features/', `${features}/`);
    await run('sh', ['-c', copy]);
    await run(FEAST_PYTHON, ['-m', 'jobs.apply_features', features], {
      cwd: path.join(directory, 'apps/training'),
    });
    assert.deepEqual(
      fs.readdirSync(features).filter(name => name.startsWith('.')),
      [],
    );
  });

  test('materialising fills the online store with the data of the hash', async () => {
    await run(FEAST_PYTHON, ['-m', 'jobs.materialize', features], {
      cwd: path.join(directory, 'apps/training'),
      env: release(),
    });
    const rows = read('data/processed/features.csv').trim().split('\n');
    const columns = rows[0].split(',');
    const last = Object.fromEntries(
      rows
        .at(-1)
        .split(',')
        .map((value, index) => [columns[index], value]),
    );
    const said = await run(FEAST_PYTHON, [
      path.join(here, 'template_oracle.py'),
      features,
      last.account_id,
      last.merchant_id,
    ]);
    const answer = JSON.parse(said.trim().split('\n').at(-1));
    assert.deepEqual(answer.views, ['account_activity', 'merchant_risk']);
    for (const name of [
      'account_transactions',
      'account_mean_cents',
      'merchant_transactions',
      'merchant_fraud_per_mille',
    ]) {
      assert.deepEqual(answer.features[name], [Number(last[name])], name);
    }
  });

  test('a definition that is gone stays registered', async () => {
    const file = path.join(features, 'definitions/merchant.py');
    const service = path.join(features, 'definitions/services.py');
    const text = fs.readFileSync(service, 'utf8');
    fs.renameSync(file, path.join(folder, 'merchant.py'));
    fs.rmSync(service);
    await run(FEAST_PYTHON, ['-m', 'jobs.apply_features', features], {
      cwd: path.join(directory, 'apps/training'),
    });
    fs.renameSync(path.join(folder, 'merchant.py'), file);
    fs.writeFileSync(service, text);
    const said = await run(FEAST_PYTHON, [
      path.join(here, 'template_oracle.py'),
      features,
      'A0000',
      'M000',
    ]);
    assert.deepEqual(JSON.parse(said.trim().split('\n').at(-1)).views, [
      'account_activity',
      'merchant_risk',
    ]);
  });

  test('feast itself applies the repository', async () => {
    const copy = path.join(folder, 'feast apply');
    fs.cpSync(path.join(directory, 'features'), copy, { recursive: true });
    const said = await run(
      path.join(path.dirname(FEAST_PYTHON), 'feast'),
      ['apply'],
      { cwd: copy },
    );
    assert.match(said, /Created feature service transaction_scoring/);
  });

  test('the service loads model and data by hash, and evaluates as training did', async () => {
    const port = await findFreePort();
    const child = spawn(
      FEAST_PYTHON,
      ['-m', 'uvicorn', 'service:app', '--port', String(port)],
      {
        cwd: directory,
        env: environmentOf(FEAST_PYTHON, release()),
        stdio: 'ignore',
      },
    );
    try {
      const url = `http://127.0.0.1:${port}`;
      const { model } = await untilReady(`${url}/readyz`, child);
      assert.deepEqual(model, {
        name: NAME,
        version: 'v1.0.0',
        hash: `md5:${md5(`models/${NAME}.json`)}`,
      });
      const { model: evaluated, ...metrics } = await getJson(
        `${url}/evaluation`,
      );
      assert.deepEqual(evaluated, model);
      const written = JSON.parse(read('metrics/evaluation.json'));
      for (const [key, value] of Object.entries(written)) {
        assert.ok(Math.abs(metrics[key] - value) < 1e-6, key);
      }
      const ask = transaction =>
        getJson(`${url}/predict`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            account_id: 'A1',
            merchant_id: 'M1',
            event_timestamp: '2026-02-01T12:00:00Z',
            features: {},
            ...transaction,
          }),
        });
      const usual = await ask({
        amount_cents: 2000,
        abroad: false,
        card_present: true,
      });
      const odd = await ask({
        amount_cents: 90000,
        abroad: true,
        card_present: false,
        features: { merchant_fraud_per_mille: 400 },
      });
      assert.equal(usual.is_fraud, false);
      assert.equal(odd.is_fraud, true);
      assert.ok(odd.probability > usual.probability);
    } finally {
      child.kill();
      await once(child, 'close');
    }
  });
});

describe('the second release', () => {
  test('moves the version and what follows from it', async () => {
    replace('params.yaml', 'epochs: 10', 'epochs: 20');
    await make('release', 'VERSION=v1.1.0');
    assert.deepEqual(await listChanged(), [
      'dvc.lock',
      'infra/serving/release.env',
      'metrics/evaluation.json',
      'metrics/training.json',
      'params.yaml',
    ]);
    assert.equal(readEnv('infra/serving/release.env').MODEL_VERSION, 'v1.1.0');
    await commit('Release v1.1.0');
    assert.match(await run('dvc', ['status']), /up to date/);
    assert.deepEqual(await listProblems(), []);
  });

  test('a model that was trained badly misses its threshold', async () => {
    replace('params.yaml', 'learning_rate: 0.05', 'learning_rate: 50.0');
    await run('dvc', ['repro', '--quiet']);
    const { thresholds } = parse(read(`models/${NAME}.yaml`));
    const metrics = JSON.parse(read('metrics/evaluation.json'));
    assert.ok(metrics.roc_auc < thresholds.roc_auc.min);
  });
});
