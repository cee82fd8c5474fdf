import {
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from '../../__testUtils__/startPlugin';

const MD5 = (digit: string) => digit.repeat(32);

const FRAUD = refOf('fraud');

describe('loadModels', () => {
  let plugin: StartedPlugin;

  afterEach(async () => {
    await plugin.stop();
  });

  it('shows models with what the commit of each version says', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const yaml = [
      'stages:',
      '  train:',
      '    cmd: python train.py',
      '    deps: [data/raw.csv]',
      '    outs: [models/model.pkl]',
      '    metrics: [metrics.json: {cache: false}]',
      'artifacts:',
      '  fraud: {path: models/model.pkl, type: model, desc: Finds fraud}',
      '',
    ].join('\n');
    const lock = (digit: string) =>
      [
        "schema: '2.0'",
        'stages:',
        '  train:',
        '    cmd: python train.py',
        '    deps:',
        `    - {path: data/raw.csv, hash: md5, md5: ${MD5('d')}, size: 1}`,
        '    outs:',
        `    - {path: models/model.pkl, hash: md5, md5: ${MD5(
          digit,
        )}, size: 7}`,
        '    - {path: metrics.json, hash: md5, md5: eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee, size: 1}',
        '',
      ].join('\n');
    const first = fraud.commit({
      'dvc.yaml': yaml,
      'dvc.lock': lock('1'),
      'metrics.json': '{"auc": 0.8}',
    });
    fraud.tag('fraud@v1.0.0');
    const second = fraud.commit({
      'dvc.lock': lock('2'),
      'metrics.json': '{"auc": 0}',
    });
    fraud.tag('fraud@v1.1.0');
    fraud.tag('fraud#production#1', `${first}`);
    const { models, problems } = await until(
      () => client.getModels(FRAUD),
      isReady(second),
    );
    expect(problems).toEqual([]);
    expect(models).toMatchObject([
      {
        name: 'fraud',
        description: 'Finds fraud',
        latest: 'v1.1.0',
        stages: { production: { version: 'v1.0.0' } },
        versions: [
          {
            version: 'v1.1.0',
            commit: { oid: second },
            stages: [],
            artifact: {
              path: 'models/model.pkl',
              hash: { value: MD5('2') },
              size: 7,
              pushed: { status: 'no-remote' },
            },
            metrics: [{ file: 'metrics.json', name: 'auc', value: 0 }],
            provenance: {
              stage: 'train',
              command: 'python train.py',
              inputs: [{ path: 'data/raw.csv', hash: { value: MD5('d') } }],
            },
          },
          {
            version: 'v1.0.0',
            commit: { oid: first },
            stages: ['production'],
            metrics: [{ value: 0.8 }],
          },
        ],
      },
    ]);
    expect(await client.getModel(FRAUD, 'fraud')).toMatchObject({
      model: { name: 'fraud' },
    });
    await expect(client.getModel(FRAUD, 'other')).rejects.toMatchObject({
      statusCode: 404,
    });
    // As of the first commit's time no tag was there yet.
    expect(
      (await client.getModels(FRAUD, { revision: first })).models,
    ).toMatchObject([{ name: 'fraud', versions: [] }]);
  });

  it('says what a version was trained on, and where it is kept', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const lock = [
      "schema: '2.0'",
      'stages:',
      '  train:',
      '    cmd: x',
      '    deps:',
      `    - {path: raw.csv, hash: md5, md5: ${MD5('d')}, size: 1}`,
      `    - {path: train.py, hash: md5, md5: ${MD5('e')}, size: 1}`,
      '    outs:',
      `    - {path: model.pkl, hash: md5, md5: ${MD5('1')}, size: 7}`,
      '',
    ].join('\n');
    const service = (extra: string) =>
      [
        'from feast import FeatureService, FeatureView, Field, FileSource',
        'from feast.types import Int64',
        's = FileSource(name="s", path="s.parquet")',
        ...['a', 'b'].map(
          name =>
            `${name} = FeatureView(name="${name}", schema=[Field(name="x", dtype=Int64)], source=s)`,
        ),
        `f = FeatureService(name="scoring", features=[a${extra}])`,
        '',
      ].join('\n');
    fraud.commit({
      '.dvc/config':
        '[core]\n    remote = store\n[\'remote "store"\']\n    url = https://data.example/store\n    auth = basic\n',
      'raw.csv.dvc': `outs:\n- {md5: ${MD5(
        'd',
      )}, size: 1, hash: md5, path: raw.csv}\n`,
      'dvc.yaml':
        'stages:\n  train: {cmd: x, deps: [raw.csv, train.py], outs: [model.pkl]}\n',
      'dvc.lock': lock,
      'models/fraud.yaml':
        'schemaVersion: 1\nname: fraud\nartifact: model.pkl\nfeatureService: scoring\nmetrics: metrics/m.json\n',
      'feature_store.yaml': 'project: p\nprovider: local\nregistry: r.db\n',
      'views.py': service(''),
    });
    fraud.tag('fraud@v1.0.0');
    const head = fraud.commit({ 'views.py': service(', b') });
    fraud.tag('fraud@v1.1.0');
    const { models, remotes } = await until(
      () => client.getModels(FRAUD),
      isReady(head),
    );
    expect(remotes).toMatchObject([
      { name: 'store', default: true, asksFor: ['user', 'password'] },
    ]);
    expect(models).toMatchObject([
      {
        metricsFile: 'metrics/m.json',
        artifact: {
          path: 'model.pkl',
          hash: { value: MD5('1') },
          unreadable: false,
          stage: 'train',
          declaredIn: { path: 'dvc.yaml' },
        },
        versions: [
          { featureViews: ['a', 'b'] },
          {
            featureViews: ['a'],
            artifact: { remote: 'store' },
            provenance: {
              inputs: [
                { path: 'raw.csv', tracked: true },
                { path: 'train.py', tracked: false },
              ],
            },
          },
        ],
      },
    ]);
  });
});
