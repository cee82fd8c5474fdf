import fc from 'fast-check';
import { Files, readFiles } from '../__testUtils__/readFiles';
import { collectEnvironments } from '../environments/collectEnvironments';
import { READERS } from '../readers';
import { describeState } from './describeState';
import { diffStates, digestsOf } from './diffStates';
import { digestOf } from './digestOf';
import { StateTuple } from './StateTuple';

const files: Files = {
  '.dvc/config': '[core]\nremote = r\n["remote \'r\'"]\nurl = /r\n',
  'README.md': 'x',
  'dvc.yaml':
    'stages:\n  train:\n    cmd: t\n    deps: [data/raw.csv]\n    outs: [models/churn.pkl]\n    metrics: [metrics/m.json: {cache: false}]\n',
  'dvc.lock':
    "schema: '2.0'\nstages:\n  train:\n    cmd: t\n    outs:\n    - path: models/churn.pkl\n      hash: md5\n      md5: 22222222222222222222222222222222\n      size: 5\n    - path: metrics/m.json\n      hash: md5\n      md5: 33333333333333333333333333333333\n      size: 2\n",
  'data/raw.csv.dvc':
    'outs:\n- md5: 11111111111111111111111111111111\n  size: 3\n  hash: md5\n  path: raw.csv\n',
  'metrics/m.json': '{}',
  'models/churn.yaml':
    'schemaVersion: 1\nname: churn\nartifact: models/churn.pkl\n',
  'params.yaml': 'a: 1\n',
  'src/train.py': 'pass\n',
  'features/feature_store.yaml':
    'project: churn\nprovider: local\nregistry: data/registry.db\n',
  'features/kustomization.yaml':
    'configMapGenerator:\n- {name: f, files: [feature_store.yaml, definitions/a.py]}\n',
  'features/definitions/a.py':
    'from feast import Entity\nuser = Entity(name="user", join_keys=["user_id"])\n',
  'infra/base/kustomization.yaml':
    'resources: [../../features, ../serving, services.yaml]\n',
  'infra/base/services.yaml': 'kind: Service\n',
  'infra/serving/kustomization.yaml':
    'configMapGenerator:\n- {name: r, envs: [release.env]}\n',
  'infra/serving/release.env': 'MODEL_NAME=churn\nMODEL_VERSION=v1.2.0\n',
  'infra/staging/kustomization.yaml': 'resources: [../base]\n',
  'infra/staging/notes.md': 'x',
  'infra/production/kustomization.yaml':
    'resources: [../base]\npatches: [{path: patch.yaml}]\n',
  'infra/production/patch.yaml': 'x: 1\n',
  'argocd/eu/environments/staging.yaml': 'revision: main\n',
};

async function commitOf(changes: Record<string, string | undefined>) {
  const all: Files = {};
  for (const [path, text] of Object.entries({ ...files, ...changes })) {
    if (text !== undefined) all[path] = text;
  }
  return {
    files: Object.entries(all).map(([path, text]) => ({
      path,
      oid: digestOf(String(text)).slice(0, 40),
      mode: '100644',
    })),
    readings: await readFiles(READERS, all),
  };
}

async function stateOf(
  changes: Record<string, string | undefined> = {},
  environment?: string,
): Promise<StateTuple> {
  const commit = await commitOf(changes);
  return describeState({
    ...commit,
    environment: collectEnvironments(commit.readings).find(
      ({ name }) => name === environment,
    ),
  });
}

describe('the paths of a state tuple', () => {
  it('belong to one part each', async () => {
    const tuple = await stateOf({}, 'production');
    expect({
      code: tuple.code.paths,
      features: tuple.features.paths,
      data: tuple.data.paths,
      model: tuple.model?.paths,
      configuration: tuple.configuration?.paths,
      elsewhere: tuple.elsewhere,
    }).toEqual({
      code: [
        '.dvc/config',
        'README.md',
        'dvc.yaml',
        'models/churn.yaml',
        'params.yaml',
        'src/train.py',
      ],
      features: [
        'features/definitions/a.py',
        'features/feature_store.yaml',
        'features/kustomization.yaml',
      ],
      data: ['data/raw.csv.dvc', 'dvc.lock', 'metrics/m.json'],
      model: ['infra/serving/release.env'],
      configuration: [
        'infra/base/kustomization.yaml',
        'infra/base/services.yaml',
        'infra/production/kustomization.yaml',
        'infra/production/patch.yaml',
        'infra/serving/kustomization.yaml',
      ],
      elsewhere: [
        'argocd/eu/environments/staging.yaml',
        'infra/staging/kustomization.yaml',
        'infra/staging/notes.md',
      ],
    });
  });

  it('belong to an environment that the commit does not declare, too', async () => {
    const overlay = 'src';
    const tuple = describeState({
      ...(await commitOf({
        'src/kustomization.yaml': 'resources: [train.py]\n',
      })),
      environment: { name: 'canary', overlay, declaredBy: [] },
    });
    expect(tuple.configuration?.paths).toEqual([
      'src/kustomization.yaml',
      'src/train.py',
    ]);
    expect(tuple.code.paths).not.toContain('src/train.py');
    expect(tuple.elsewhere).toContain('infra/production/patch.yaml');
  });

  it('are disjoint and complete, whatever files there are and whichever is broken', async () => {
    const names = Object.keys(files);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(names),
        fc.dictionary(
          fc.constantFrom(...names, 'infra/x/kustomization.yaml', 'a.dvc'),
          fc.constantFrom('<<<<<<< a\n', '', '- [', 'resources: [../x, ..]\n'),
        ),
        fc.constantFrom(undefined, 'staging', 'production'),
        async (left, broken, environment) => {
          const removed = Object.fromEntries(
            left.map(name => [name, undefined]),
          );
          const changes = { ...removed, ...broken };
          const tuple = await stateOf(changes, environment);
          const expected = new Set([...names, ...Object.keys(broken)]);
          for (const name of left) {
            if (!(name in broken)) expected.delete(name);
          }
          const placed = [
            ...tuple.code.paths,
            ...tuple.features.paths,
            ...tuple.data.paths,
            ...(tuple.model?.paths ?? []),
            ...(tuple.configuration?.paths ?? []),
            ...tuple.elsewhere,
          ];
          expect(placed.sort()).toEqual([...expected].sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a change of a file changes the part that it belongs to', () => {
  it.each([
    ['src/train.py', 'x = 1\n', ['code']],
    ['models/churn.yaml', 'name: churn\n', ['code', 'model', 'data']],
    ['data/raw.csv.dvc', 'outs:\n- path: raw.csv\n', ['data']],
    ['infra/serving/release.env', 'MODEL_NAME=churn\n', ['model']],
    ['infra/base/services.yaml', 'kind: Other\n', ['configuration']],
    [
      'infra/staging/kustomization.yaml',
      'resources: [../base]\nnamePrefix: x\n',
      ['configuration'],
    ],
    ['infra/production/patch.yaml', 'x: 2\n', []],
    ['argocd/eu/environments/staging.yaml', 'revision: x\n', []],
    [
      'features/definitions/a.py',
      'from feast import Entity\nuser = Entity(name="user", join_keys=["id"])\n',
      ['features'],
    ],
    [
      'features/definitions/a.py',
      '# Only a remark.\nfrom feast import Entity\nuser = Entity(name="user", join_keys=["user_id"])\n',
      [],
    ],
    [
      'features/definitions/a.py',
      'from feast import Entity\nuser = Entity(name="user", join_keys=[f()])\n',
      ['features'],
    ],
    ['dvc.lock', '<<<<<<< a\n>>>>>>> b\n', ['data', 'model']],
  ])('%s to %j: %j', async (path, text, changed) => {
    const [before, after] = await Promise.all([
      stateOf({}, 'staging'),
      stateOf({ [path]: text }, 'staging'),
    ]);
    const differs = diffStates(digestsOf(before), digestsOf(after))
      .filter(({ verdict }) => verdict === 'differs')
      .map(({ part }) => part);
    expect(differs.sort()).toEqual([...changed].sort());
    expect(before.digest === after.digest).toBe(changed.length === 0);
  });
});

describe('the parts', () => {
  it('say what is in them', async () => {
    const { features, data, model, configuration } = await stateOf();
    expect(configuration).toBeUndefined();
    expect(features.projects).toEqual([{ path: 'features', name: 'churn' }]);
    expect(data.outputs.map(({ path }) => path)).toEqual([
      'data/raw.csv',
      'metrics/m.json',
    ]);
    expect(model?.models).toEqual([
      {
        name: 'churn',
        version: 'v1.2.0',
        artifact: {
          path: 'models/churn.pkl',
          hash: { algorithm: 'md5', value: '2'.repeat(32) },
        },
      },
    ]);
  });

  it('have no model where none is declared or released', async () => {
    const { model } = await stateOf({
      'models/churn.yaml': undefined,
      'infra/serving/release.env': undefined,
    });
    expect(model).toBeUndefined();
  });

  it('of code are the same for every environment', async () => {
    const [none, staging, production] = await Promise.all([
      stateOf(),
      stateOf({}, 'staging'),
      stateOf({}, 'production'),
    ]);
    expect(staging.code).toEqual(none.code);
    expect(production.code).toEqual(none.code);
    expect(staging.configuration?.digest).not.toBe(
      production.configuration?.digest,
    );
  });

  it('of two tuples are unknown where one of them is', () => {
    expect(
      diffStates({ model: 'a', data: null }, { model: 'b', data: null }),
    ).toEqual([
      { part: 'code', verdict: 'unknown' },
      { part: 'features', verdict: 'unknown' },
      { part: 'data', verdict: 'same' },
      { part: 'model', verdict: 'differs' },
      { part: 'configuration', verdict: 'unknown' },
    ]);
  });
});
