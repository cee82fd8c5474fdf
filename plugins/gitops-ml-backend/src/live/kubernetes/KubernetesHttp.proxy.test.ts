import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  allRights,
  backstageRights,
  createSystemClock,
  RunningCluster,
  startCluster,
} from '@gitops-ml/demo';
import { CountedServer } from '../../__testUtils__/CountedServer';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from '../../__testUtils__/startKubernetesPlugin';
import { until } from '../../__testUtils__/startPlugin';
import { WorkloadClient } from '../../state/actions/WorkloadClient';
import { ClusterDirectory } from './ClusterDirectory';
import { listSchema } from './contract';
import { KubernetesHttp } from './KubernetesHttp';
import { KubernetesSources } from './KubernetesSources';

const PLACE = { cluster: 'demo', namespace: 'fraud' };
const ROLLOUTS = '/apis/argoproj.io/v1alpha1/namespaces/fraud/rollouts';

const service = mockCredentials.service.token({
  onBehalfOf: mockCredentials.service('plugin:gitops-ml'),
  targetPluginId: 'kubernetes',
});
const userToken = (name: string) =>
  mockCredentials.service.token({
    onBehalfOf: mockCredentials.user(`user:default/${name}`),
    targetPluginId: 'kubernetes',
  });

/** Through the real kubernetes plugin, to the demo's cluster. */
describe('clusters behind the proxy of the kubernetes plugin', () => {
  let directory: string;
  let cluster: RunningCluster;
  let counted: CountedServer;
  let plugin: KubernetesPlugin;
  const closing: { close(): void }[] = [];

  const createRollout = (name: string) =>
    cluster.store.create({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name, namespace: 'fraud' },
      spec: { replicas: 1 },
    });

  beforeAll(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'proxy-'));
    cluster = await startCluster({
      directory,
      port: 0,
      clock: createSystemClock(),
      tokens: [
        { token: 'own', user: 'backstage', rules: backstageRights },
        {
          token: 'reader',
          user: 'reader',
          rules: [{ verbs: ['get'], apiGroups: ['*'], resources: ['*'] }],
        },
        { token: 'root', user: 'root', rules: allRights },
      ],
      onError: error => {
        throw error;
      },
    });
    counted = new CountedServer(cluster.url);
    const url = await counted.start();
    const row = (name: string, serviceAccountToken: string) => ({
      name,
      url,
      authProvider: 'serviceAccount',
      serviceAccountToken,
    });
    plugin = await startKubernetesPlugin([
      row('demo', 'own'),
      row('readonly', 'reader'),
      row('stale', 'expired'),
      { ...row('dead', 'own'), url: 'http://127.0.0.1:9' },
      { name: 'browser', url, authProvider: 'google' },
      { name: 'aks', url, authProvider: 'aks' },
    ]);
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'fraud' },
    });
    createRollout('fraud');
  });

  afterEach(() => {
    for (const one of closing.splice(0)) one.close();
  });

  afterAll(async () => {
    await plugin?.stop();
    await counted?.close();
    await cluster?.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  });

  const open = (token: string, timeoutMs?: number) => {
    const access = {
      fetch,
      getBaseUrl: async () => plugin.url,
      getToken: async () => token,
    };
    const clusters = new ClusterDirectory({
      ...access,
      getToken: async () => service,
    });
    return new KubernetesHttp({
      ...access,
      refuse: name => clusters.refuse(name),
      timeoutMs,
    });
  };

  const list = (name: string, token = service, timeoutMs = 60_000) =>
    open(token, timeoutMs).send({
      cluster: name,
      path: ROLLOUTS,
      schema: listSchema,
    });

  const clientOf = (token: string, name = 'demo') =>
    new WorkloadClient(
      open(token),
      { cluster: name, namespace: 'fraud' },
      { kind: 'Rollout', namespace: 'fraud', name: 'fraud' },
    );

  const watch = () => {
    const changes: (string | undefined)[] = [];
    const sources = new KubernetesSources({
      http: open(service, 1000),
      times: { retry: 50, probe: 300, poll: 300 },
      onChange: (_place, object) => changes.push(object?.metadata.name),
    });
    closing.push(sources);
    return { sources, changes };
  };

  it.each([
    ['the plugin', service],
    ['a user', userToken('ada')],
  ])('are listed as %s', async (_, token) => {
    expect(await list('demo', token)).toMatchObject({
      ok: true,
      value: { items: [{ metadata: { name: 'fraud' } }] },
    });
  });

  it('are watched: one watch for each kind, and changes as they come', async () => {
    const { sources } = watch();
    const before = counted.count(/watch=true/);
    for (let page = 0; page < 50; page++) sources.want(PLACE);
    const names = () =>
      sources.read(PLACE).value?.map(({ metadata }) => metadata.name);
    await until(
      async () => names(),
      found => found?.join() === 'fraud',
    );
    createRollout('second');
    await until(
      async () => names(),
      found => found?.join() === 'fraud,second',
    );
    cluster.store.delete('Rollout', 'fraud', 'second');
    await until(
      async () => names(),
      found => found?.join() === 'fraud',
    );
    expect(counted.count(/watch=true/) - before).toBe(4);
    for (const one of counted.requests.filter(line =>
      /watch=true/.test(line),
    )) {
      expect(one).toMatch(/timeoutSeconds=\d+/);
    }
  });

  it('are patched as the user, status by its subresource, or not at all', async () => {
    const client = clientOf(userToken('ada'));
    const { metadata } = await client.read();
    const version = metadata.resourceVersion ?? '';
    await client.patch(
      [
        { subresource: 'status', body: { status: { pauseConditions: null } } },
        { body: { spec: { paused: false } } },
      ],
      version,
    );
    expect(cluster.store.get('Rollout', 'fraud', 'fraud')).toMatchObject({
      spec: { paused: false, replicas: 1 },
    });
    await expect(
      client.patch([{ body: { spec: { paused: true } } }], version),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(cluster.store.get('Rollout', 'fraud', 'fraud')).toMatchObject({
      spec: { paused: false },
    });
  });

  it('refuse a verb, and the message names it and the namespace', async () => {
    const client = clientOf(userToken('ada'), 'readonly');
    const { metadata } = await client.read();
    const patched = client.patch(
      [{ subresource: 'status', body: { status: { abort: true } } }],
      metadata.resourceVersion ?? '',
    );
    await expect(patched).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(
        /cannot patch resource "rollouts\/status".* in the namespace "fraud"/,
      ),
    });
    expect(await list('readonly')).toMatchObject({
      ok: false,
      failure: {
        kind: 'forbidden',
        message: expect.stringMatching(
          /cannot list resource "rollouts".* in the namespace "fraud"/,
        ),
      },
    });
  });

  it('are closed to a user whom the policy keeps from the proxy', async () => {
    expect(await list('demo', userToken('eve'))).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
    });
    await expect(clientOf(userToken('eve')).read()).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('Rollout fraud/fraud'),
    });
  });

  it.each([
    ['stale', 'forbidden', /Unauthorized/],
    ['dead', 'unreachable', /ECONNREFUSED/],
    ['unknown', 'not-configured', /no such cluster/],
    ['browser', 'not-configured', /signs in with a browser/],
    ['aks', 'not-configured', /signs in with a browser/],
  ])('say why there is nothing of %s', async (name, kind, message) => {
    expect(await list(name)).toMatchObject({
      ok: false,
      failure: { kind, message: expect.stringMatching(message) },
    });
  });

  it.each(['browser', 'aks', 'unknown'])(
    'hear nothing of %s: no token of Backstage leaves it',
    async name => {
      const before = counted.requests.length;
      await list(name);
      await list(name, userToken('ada'));
      expect(counted.requests).toHaveLength(before);
    },
  );

  it.each(['down', 'hangs'] as const)(
    'are unreachable while one is %s, keep what is known, and recover',
    async fault => {
      const { sources } = watch();
      sources.want(PLACE);
      const read = async () => sources.read(PLACE);
      await until(read, ({ value }) => value?.length === 1);
      await cluster.setFault(fault);
      const { value, message } = await until(
        read,
        ({ status }) => status === 'unreachable',
      );
      expect(value).toHaveLength(1);
      expect(message).not.toBe('');
      await cluster.setFault(undefined);
      await until(read, ({ status }) => status === 'ok');
    },
  );
});
