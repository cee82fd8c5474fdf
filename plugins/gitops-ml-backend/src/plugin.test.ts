import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import {
  createEntity,
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from './__testUtils__/startPlugin';

jest.setTimeout(30_000);

const MD5 = (digit: string) => digit.repeat(32);

const pointer = (digit: string, size: number) =>
  `outs:\n- md5: ${MD5(
    digit,
  )}\n  size: ${size}\n  hash: md5\n  path: raw.csv\n`;

const CONFIG =
  '[core]\n    remote = store\n[\'remote "store"\']\n    url = https://data.example/store\n';

const ENTITY = '/api/gitops-ml/v1/entities/default/component/fraud';
const FRAUD = refOf('fraud');

describe('gitops-ml', () => {
  let plugin: StartedPlugin;

  afterEach(async () => {
    await plugin.stop();
  });

  it('answers at once while the first clone is under way, and claims nothing', async () => {
    plugin = await startPlugin();
    plugin.forge.answer('hang');
    const data = await plugin.client.getData(FRAUD);
    expect(data).toMatchObject({
      repository: { url: `${plugin.forge.url}/ml/fraud.git`, path: '' },
      index: { status: 'waiting', commits: 0 },
      outputs: [],
    });
    expect(data.revision).toBeUndefined();
    expect(data.source.observedAt).toBeUndefined();
  });

  it('shows data versions with their history', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    fraud.commit(
      { '.dvc/config': CONFIG, 'data/raw.csv.dvc': pointer('a', 10) },
      { message: 'Track data' },
    );
    fraud.commit({ 'README.md': 'x' });
    const third = fraud.commit(
      { 'data/raw.csv.dvc': pointer('b', 20) },
      { message: 'More data' },
    );
    const head = fraud.commit({ 'README.md': 'y' });
    const data = await until(() => client.getData(FRAUD), isReady(head));
    expect(data.revision).toMatchObject({
      ref: 'main',
      oid: head,
      author: 'Ada',
      url: `${plugin.forge.url}/ml/fraud/commit/${head}`,
    });
    expect(data.repository.defaultBranch).toBe('main');
    expect(data.index).toMatchObject({ commits: 4, commitsTotal: 4 });
    expect(data.problems).toEqual([]);
    expect(data.remotes).toMatchObject([
      { name: 'store', default: true, url: 'https://data.example/store' },
    ]);
    expect(data.outputs).toEqual([
      expect.objectContaining({
        path: 'data/raw.csv',
        hash: { algorithm: 'md5', value: MD5('b') },
        size: 20,
        versions: 2,
        changedIn: expect.objectContaining({
          oid: third,
          message: 'More data',
        }),
        previous: { hash: { algorithm: 'md5', value: MD5('a') }, size: 10 },
        pushed: {
          status: 'not-checked',
          message: expect.stringContaining('gitopsMl.dvc.remotes'),
        },
      }),
    ]);
    expect(data.sizes.map(({ bytes }) => bytes)).toEqual([
      { 'data/raw.csv': 10 },
      { 'data/raw.csv': 20 },
    ]);

    const history = await client.getDataHistory(FRAUD, 'data/raw.csv');
    expect(history.versions).toMatchObject([
      {
        change: 'modified',
        commit: { oid: third },
        size: 20,
        unchangedAfter: 1,
      },
      { change: 'added', size: 10, unchangedAfter: 1 },
    ]);
  });

  it('shows any revision, with the history up to it', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const first = fraud.commit({ 'data/raw.csv.dvc': pointer('a', 10) });
    const head = fraud.commit({ 'data/raw.csv.dvc': pointer('b', 20) });
    fraud.commit(
      { 'data/raw.csv.dvc': pointer('c', 30) },
      { branch: 'side', onto: head },
    );
    await until(() => client.getData(FRAUD), isReady(head));
    expect(await client.getData(FRAUD, { revision: 'HEAD~1' })).toMatchObject({
      revision: { oid: first, ref: 'HEAD~1' },
      outputs: [{ size: 10, versions: 1, changedIn: { oid: first } }],
      sizes: [{ bytes: { 'data/raw.csv': 10 } }],
    });
    // A branch is outside of the tracked history: what only that knows is absent.
    const [side] = (await client.getData(FRAUD, { revision: 'side' })).outputs;
    expect(side).toMatchObject({ size: 30 });
    expect(side.changedIn).toBeUndefined();
    expect(side.versions).toBeUndefined();
    await expect(
      client.getData(FRAUD, { revision: 'nope' }),
    ).rejects.toMatchObject({ statusCode: 404 });
    await expect(
      client.getData(FRAUD, { revision: '--all' }),
    ).rejects.toMatchObject({ statusCode: 404 });
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

  it('lists what is broken, and shows the rest', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const head = fraud.commit({
      'data/raw.csv.dvc': pointer('a', 10),
      'data/bad.csv.dvc': 'outs: [\n',
      'dvc.lock': '<<<<<<< HEAD\nschema: 2\n=======\n>>>>>>> x\n',
    });
    fraud.tag('fraud@v1');
    const data = await until(() => client.getData(FRAUD), isReady(head));
    expect(data.outputs.map(({ path }) => path)).toEqual(['data/raw.csv']);
    expect(data.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'yaml-syntax',
          path: 'data/bad.csv.dvc',
          line: expect.any(Number),
          remedy: expect.any(String),
          url: expect.stringContaining(
            `/ml/fraud/src/commit/${head}/data/bad.csv.dvc#L`,
          ),
        }),
        expect.objectContaining({ code: 'merge-conflict', path: 'dvc.lock' }),
      ]),
    );
    const doctor = await client.getDoctor(FRAUD);
    expect(doctor.files).toContainEqual({
      path: 'data/bad.csv.dvc',
      reader: 'dvc-file',
      status: 'problem',
    });
    expect(doctor.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'annotation ok',
      'repository ok',
      'mirror ok',
      'index ok',
      'readers warning',
    ]);
    expect(doctor.pages.find(({ page }) => page === 'data')).toMatchObject({
      ready: true,
    });
  });

  it('shows only the folder that the entity stands for', async () => {
    plugin = await startPlugin({
      entities: url => [
        createEntity(url, { annotations: { 'gitops-ml/path': 'apps/a' } }),
      ],
    });
    const { fraud, client } = plugin;
    const head = fraud.commit({
      '.dvc/config': CONFIG,
      'apps/a/raw.csv.dvc': pointer('a', 10),
      'apps/b/raw.csv.dvc': pointer('b', 20),
      'apps/b/bad.dvc': '[',
    });
    const data = await until(() => client.getData(FRAUD), isReady(head));
    expect(data.outputs).toMatchObject([
      { path: 'apps/a/raw.csv', remote: 'store' },
    ]);
    expect(data.sizes).toMatchObject([{ bytes: { 'apps/a/raw.csv': 10 } }]);
    expect(data.problems).toEqual([]);
    expect(data.repository.path).toBe('apps/a');
  });

  it('learns of a push, and tells open pages without names', async () => {
    plugin = await startPlugin();
    const { fraud, client, events, signals, forge } = plugin;
    const first = fraud.commit({ 'data/raw.csv.dvc': pointer('a', 10) });
    const { topic } = await until(() => client.getData(FRAUD), isReady(first));
    expect(topic).toMatch(/^[0-9a-f]{32}$/);
    signals.length = 0;
    const second = fraud.commit({ 'data/raw.csv.dvc': pointer('b', 20) });
    await events.publish({
      topic: 'gitea',
      eventPayload: { repository: { clone_url: `${forge.url}/ml/fraud.git` } },
    });
    const data = await until(() => client.getData(FRAUD), isReady(second));
    expect(data.outputs).toMatchObject([{ size: 20, versions: 2 }]);
    await until(
      async () => signals.length,
      count => count > 0,
    );
    expect(new Set(signals.map(signal => JSON.stringify(signal)))).toEqual(
      new Set([JSON.stringify({ channel: 'gitops-ml', message: { topic } })]),
    );
  });

  it('looks again when it is asked to', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const first = fraud.commit({ 'data/raw.csv.dvc': pointer('a', 10) });
    await until(() => client.getData(FRAUD), isReady(first));
    const second = fraud.commit({ a: '1' });
    expect(
      await until(
        () => client.refresh(FRAUD),
        ({ status }) => status === 'started',
      ),
    ).toEqual({
      schemaVersion: 1,
      status: 'started',
    });
    await until(() => client.getData(FRAUD), isReady(second));
  });

  it('finds repositories in the catalog by itself', async () => {
    plugin = await startPlugin();
    const { fraud, forge, tick, client } = plugin;
    const head = fraud.commit({ a: '1' });
    await tick();
    await until(
      async () => forge.requests.length,
      count => count > 0,
    );
    await until(() => client.getData(FRAUD), isReady(head));
    fraud.commit({ b: '1' });
    await tick();
    await until(
      () => client.getData(FRAUD),
      data => data.index.commits === 2,
    );
  });

  it('keeps the last values while the forge is away', async () => {
    plugin = await startPlugin();
    const { fraud, client, forge } = plugin;
    const head = fraud.commit({ 'data/raw.csv.dvc': pointer('a', 10) });
    const before = await until(() => client.getData(FRAUD), isReady(head));
    forge.answer({ status: 503 });
    await client.refresh(FRAUD);
    const data = await until(
      () => client.getData(FRAUD),
      ({ source }) => source.status !== 'ok',
    );
    expect(data).toMatchObject({
      source: { status: 'unreachable', observedAt: before.source.observedAt },
      revision: { oid: head },
      outputs: [{ size: 10 }],
    });
  });

  it('takes an empty repository for what it is', async () => {
    plugin = await startPlugin();
    const data = await until(
      () => plugin.client.getData(FRAUD),
      ({ index }) => index.status === 'ready',
    );
    expect(data).toMatchObject({
      source: { status: 'ok' },
      index: { commits: 0 },
    });
    expect(data.revision).toBeUndefined();
  });

  it.each([
    ['gitops-ml/repository', (url: string) => `${url}/ml/secret`],
    [
      'backstage.io/source-location',
      (url: string) => `url:${url}/ml/secret/src/branch/main/`,
    ],
  ])(
    'gives nothing of another repository that %s asks for, without a rule',
    async (annotation, value) => {
      plugin = await startPlugin({
        entities: url => [
          createEntity(url, { annotations: { [annotation]: value(url) } }),
        ],
      });
      plugin.secret.commit({ 'data/raw.csv.dvc': pointer('a', 10) });
      expect(await plugin.client.getData(FRAUD)).toMatchObject({
        source: { status: 'forbidden' },
        outputs: [],
        index: { status: 'failed' },
      });
      await plugin.tick();
      await expect(plugin.client.refresh(FRAUD)).rejects.toMatchObject({
        statusCode: 404,
      });
      expect((await plugin.client.getDoctor(FRAUD)).steps).toContainEqual(
        expect.objectContaining({
          id: 'repository',
          status: 'error',
          remedy: expect.stringContaining('gitopsMl.allow.repositories'),
        }),
      );
      expect(plugin.forge.requests).toEqual([]);
    },
  );

  it('gives another repository where a rule allows it', async () => {
    plugin = await startPlugin({
      entities: url => [
        createEntity(url, {
          annotations: { 'gitops-ml/repository': `${url}/ml/secret` },
        }),
      ],
      config: url => ({
        allow: {
          repositories: [
            { entity: 'component:default/fraud', url: `${url}/ml/secret.git` },
          ],
        },
      }),
    });
    const head = plugin.secret.commit({ 'data/raw.csv.dvc': pointer('a', 10) });
    await until(() => plugin.client.getData(FRAUD), isReady(head));
  });

  describe('gates', () => {
    const DENIED = mockServices.permissions.mock({
      authorize: async () => [{ result: AuthorizeResult.DENY }],
    });

    it.each([
      ['get', 'features'],
      ['get', 'features/history?project=&view=x'],
      ['get', 'data'],
      ['get', 'data/history?path=x'],
      ['get', 'models'],
      ['get', 'models/x'],
      ['get', 'doctor'],
      ['post', 'refresh'],
    ] as const)(
      'answers 403 without permission: %s %s',
      async (method, view) => {
        plugin = await startPlugin({ features: [DENIED.factory] });
        const known = await request(plugin.server)[method](`${ENTITY}/${view}`);
        const unknown = await request(plugin.server)[method](
          `${ENTITY}-none/${view}`,
        );
        expect([known.status, unknown.status]).toEqual([403, 403]);
        expect(plugin.forge.requests).toEqual([]);
        const permission =
          method === 'get' ? 'gitops-ml.state.read' : 'gitops-ml.state.refresh';
        expect(DENIED.authorize).toHaveBeenCalledWith(
          [
            {
              permission: expect.objectContaining({ name: permission }),
              resourceRef: 'component:default/fraud',
            },
          ],
          expect.anything(),
        );
      },
    );

    it('answers 404 for an entity that is not there, to who may know', async () => {
      plugin = await startPlugin();
      await request(plugin.server).get(`${ENTITY}-none/data`).expect(404);
    });

    it('answers 401 to who has not signed in', async () => {
      plugin = await startPlugin();
      await request(plugin.server)
        .get(`${ENTITY}/data`)
        .set('Authorization', 'Bearer mock-none-token')
        .expect(401);
    });

    it.each([
      'data/history',
      'data/history?path=',
      'features/history?project=x',
      'data?revision=',
      'data?revision=a&revision=b',
    ])('answers 400 to %s', async view => {
      plugin = await startPlugin();
      await request(plugin.server).get(`${ENTITY}/${view}`).expect(400);
    });
  });
});
