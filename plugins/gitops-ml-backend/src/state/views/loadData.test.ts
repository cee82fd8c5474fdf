import {
  createEntity,
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from '../../__testUtils__/startPlugin';

const MD5 = (digit: string) => digit.repeat(32);

const pointer = (digit: string, size: number) =>
  `outs:\n- md5: ${MD5(
    digit,
  )}\n  size: ${size}\n  hash: md5\n  path: raw.csv\n`;

const CONFIG =
  '[core]\n    remote = store\n[\'remote "store"\']\n    url = https://data.example/store\n';

const FRAUD = refOf('fraud');

describe('loadData', () => {
  let plugin: StartedPlugin;

  afterEach(async () => {
    await plugin.stop();
  });

  it('says which settings of a remote everybody has to give', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const remote = (name: string, options: string) =>
      `['remote "${name}"']\n    url = https://data.example/${name}\n${options}`;
    const head = fraud.commit({
      '.dvc/config': [
        remote('open', ''),
        remote('closed', '    auth = basic\n'),
        remote('named', '    auth = basic\n    user = ci\n'),
        remote('asking', '    auth = basic\n    ask_password = true\n'),
        remote('own', '    auth = custom\n    password = secret\n'),
      ].join(''),
    });
    const { remotes } = await until(() => client.getData(FRAUD), isReady(head));
    expect(remotes.map(({ name, asksFor }) => [name, ...asksFor])).toEqual([
      ['open'],
      ['closed', 'user', 'password'],
      ['named', 'password'],
      ['asking', 'user'],
      ['own', 'custom_auth_header'],
    ]);
  });

  it('takes what a broken lock records for unknown, and for no change', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const lock = (digit: string) =>
      `schema: '2.0'\nstages:\n  a: {cmd: x, outs: [{path: out, md5: ${MD5(
        digit,
      )}, hash: md5, size: 7}]}\n`;
    fraud.commit({
      '.dvc/config': CONFIG,
      'dvc.yaml': 'stages:\n  a: {cmd: x, outs: [out]}\n',
      'dvc.lock': lock('a'),
    });
    const broken = fraud.commit({
      'dvc.lock': `<<<<<<< ours\n${lock('a')}=======\n`,
    });
    const head = fraud.commit({ 'dvc.lock': lock('b') });
    await until(() => client.getData(FRAUD), isReady(head));

    const data = await client.getData(FRAUD, { revision: broken });
    expect(data.problems).toMatchObject([{ path: 'dvc.lock' }]);
    expect(data.outputs).toEqual([
      expect.objectContaining({
        path: 'out',
        unreadable: true,
        versions: 1,
        pushed: expect.objectContaining({ status: 'unknown' }),
      }),
    ]);
    const [output] = data.outputs;
    expect([output.hash, output.changedIn, output.previous]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(data.sizes.map(({ bytes }) => bytes)).toEqual([{ out: 7 }]);
    const { versions } = await client.getDataHistory(FRAUD, 'out');
    expect(versions.map(({ change }) => change)).toEqual(['modified', 'added']);
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

  it('lists what is broken, and shows the rest', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const head = fraud.commit({
      'data/raw.csv.dvc': pointer('a', 10),
      'data/bad.csv.dvc': 'outs: [\n',
      'data/big.csv.dvc': `${pointer('c', 1)}#${'x'.repeat(5_000_000)}\n`,
      'data/link.dvc': { link: '/etc/passwd' },
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
        expect.objectContaining({
          code: 'merge-conflict',
          path: 'dvc.lock',
          line: 1,
          remedy: expect.any(String),
        }),
        expect.objectContaining({
          code: 'too-large',
          path: 'data/big.csv.dvc',
          line: 1,
          remedy: expect.any(String),
        }),
        expect.objectContaining({
          code: 'symbolic-link',
          path: 'data/link.dvc',
          line: 1,
          remedy: expect.any(String),
        }),
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
      'environments warning',
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
});
