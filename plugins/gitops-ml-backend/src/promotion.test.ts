import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  createEntity,
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from './__testUtils__/startPlugin';

const FRAUD = refOf('fraud');

const release = (version: string) => ({
  'infra/base/release.env': `MODEL_NAME=fraud\nMODEL_VERSION=${version}\n`,
});

const pointer = (digit: string) => ({
  'data/raw.csv.dvc': `outs:\n- {path: raw.csv, md5: ${digit.repeat(
    32,
  )}, hash: md5, size: 1}\n`,
});

const views = (...names: string[]) => ({
  'features/views.py': [
    'from feast import FeatureView, Field',
    'from feast.types import Int64',
    ...names.map(
      name =>
        `${name} = FeatureView(name="${name}", entities=[], schema=[Field(name="n", dtype=Int64)])`,
    ),
  ].join('\n'),
});

const overlay = (name: string, replicas: number) => ({
  [`infra/${name}/kustomization.yaml`]:
    'resources: [../base]\npatches: [{path: replicas.yaml}]\n',
  [`infra/${name}/replicas.yaml`]: `replicas: ${replicas}\n`,
});

describe('what an environment is behind the one before it', () => {
  let plugin: StartedPlugin;

  beforeEach(async () => {
    plugin = await startPlugin({ entities: url => [createEntity(url)] });
  });

  afterEach(() => plugin.stop());

  const base = {
    'src/serve.py': '1\n',
    'features/feature_store.yaml': 'project: fraud\nprovider: local\n',
    'models/fraud.yaml': 'schemaVersion: 1\nname: fraud\n',
    'infra/base/kustomization.yaml':
      'configMapGenerator:\n- {name: r, envs: [release.env]}\n',
    ...views('a', 'b'),
    ...release('v1.0.0'),
    ...pointer('a'),
    ...overlay('staging', 1),
    ...overlay('production', 3),
  };

  const declare = (production: string) => ({
    'gitops-ml.yaml': `schemaVersion: 1\nenvironments:\n  - {name: staging, revision: main, overlay: infra/staging}\n  - {name: production, revision: "${production}", overlay: infra/production}\n`,
  });

  async function load(head: string): Promise<EnvironmentsResponse> {
    const { liveClient } = plugin;
    return until(() => liveClient.getEnvironments(FRAUD), isReady(head));
  }

  const textsOf = ({ environments }: EnvironmentsResponse) =>
    environments[1].behind?.differences.map(({ part, verdict, text }) => [
      part,
      verdict,
      text,
    ]);

  it('is counted in commits, versions, views and files', async () => {
    const { fraud } = plugin;
    const first = fraud.commit(base);
    fraud.commit({ ...pointer('b') });
    fraud.commit({ 'src/serve.py': '2\n', ...release('v1.1.0') });
    fraud.commit({ ...pointer('c'), ...views('a', 'c', 'd') });
    const head = fraud.commit({ ...release('v1.2.0'), ...declare(first) });
    const answer = await load(head);
    expect(answer.environments.map(({ name }) => name)).toEqual([
      'staging',
      'production',
    ]);
    expect(answer.environments[0].behind).toBeUndefined();
    expect(textsOf(answer)).toEqual([
      ['code', 'differs', '4 commits behind'],
      ['features', 'differs', '3 views differ'],
      ['data', 'differs', '2 versions behind'],
      ['model', 'differs', '2 versions behind: v1.0.0 → v1.2.0'],
      ['configuration', 'differs', '1 file differs'],
    ]);
  });

  it('is nothing where only commits lie between that change none of it', async () => {
    const { fraud } = plugin;
    fraud.commit({ ...base, ...overlay('production', 1) });
    const second = fraud.commit({ 'README.md': 'x' });
    const head = fraud.commit(declare(second));
    // gitops-ml.yaml is code.
    const [, ...others] = textsOf(await load(head)) ?? [];
    expect(others.map(([part, verdict]) => [part, verdict])).toEqual([
      ['features', 'same'],
      ['data', 'same'],
      ['model', 'same'],
      ['configuration', 'same'],
    ]);
  });

  it('has no number where a commit is off the tracked history', async () => {
    const { fraud } = plugin;
    const first = fraud.commit(base);
    const branch = fraud.commit(
      { 'src/serve.py': 'hotfix\n', ...pointer('d') },
      { branch: 'hotfix', onto: first },
    );
    const head = fraud.commit({ ...declare(branch) });
    expect(textsOf(await load(head))?.slice(0, 3)).toEqual([
      ['code', 'differs', undefined],
      ['features', 'same', undefined],
      ['data', 'differs', undefined],
    ]);
  });

  it('each part says which commit changed it last', async () => {
    const { fraud } = plugin;
    const first = fraud.commit({ ...base, ...declare('main') });
    const data = fraud.commit({ ...pointer('b') });
    // Another text of the same definitions is no change of them.
    fraud.commit({
      'features/views.py': `# A comment\n${
        views('a', 'b')['features/views.py']
      }`,
    });
    const model = fraud.commit(release('v1.1.0'));
    fraud.commit({ 'infra/staging/replicas.yaml': 'replicas: 2\n' });
    // Back to what it was: that is a change.
    const settings = fraud.commit({
      'infra/staging/replicas.yaml': 'replicas: 1\n',
    });
    fraud.commit({ 'src/extra.py': 'x\n' });
    const removed = fraud.commit({ 'src/extra.py': undefined });
    const head = fraud.commit({ 'infra/production/replicas.yaml': 'x: 1\n' });
    const { environments } = await load(head);
    const { tuple } = environments[0].desired;
    expect({
      code: tuple?.code.changedIn?.oid,
      features: tuple?.features.changedIn?.oid,
      data: tuple?.data.changedIn?.oid,
      model: tuple?.model.changedIn?.oid,
      configuration: tuple?.configuration.changedIn?.oid,
    }).toEqual({
      code: removed,
      features: first,
      data,
      model,
      configuration: settings,
    });
    expect(environments[1].desired.tuple?.configuration.changedIn?.oid).toBe(
      head,
    );
  });
});
