import {
  createEntity,
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from './__testUtils__/startPlugin';

const MD5 = (digit: string) => digit.repeat(32);

const pointer = (digit: string, size: number) =>
  `outs:\n- md5: ${MD5(
    digit,
  )}\n  size: ${size}\n  hash: md5\n  path: raw.csv\n`;

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
    const next = fraud.commit({ b: '1' });
    await tick();
    const data = await until(() => client.getData(FRAUD), isReady(next));
    expect(data.index.commits).toBe(2);
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
    const data = await until(() => plugin.client.getData(FRAUD), isReady(head));
    expect(data.outputs).toMatchObject([{ path: 'data/raw.csv' }]);
  });
});
