import { ClusterClient } from './__testUtils__/ClusterClient';
import { configMap as map, contractCalls } from './__testUtils__/contractCalls';
import { startTestCluster } from './__testUtils__/TestCluster';

// What the parts of this project ask of a cluster, asked of ours, and of the
// Kubernetes that KUBERNETES_URL and KUBERNETES_TOKEN name.

interface Target {
  client: ClusterClient;
  close(): Promise<void>;
}

const { KUBERNETES_URL, KUBERNETES_TOKEN } = process.env;

async function startReal(): Promise<Target> {
  if (!KUBERNETES_URL || !KUBERNETES_TOKEN) {
    throw new Error('KUBERNETES_URL needs KUBERNETES_TOKEN');
  }
  const client = new ClusterClient(
    KUBERNETES_URL.replace(/\/$/, ''),
    KUBERNETES_TOKEN,
  );
  return { client, close: async () => {} };
}

const targets: [string, () => Promise<Target>][] = [
  ['the cluster of the demo', startTestCluster],
];
if (KUBERNETES_URL) {
  targets.push([`the Kubernetes at ${KUBERNETES_URL}`, startReal]);
} else {
  // Not as a test's note: those are swallowed by --silent.
  process.stderr.write(
    'SKIPPED: no real Kubernetes was asked; KUBERNETES_URL and KUBERNETES_TOKEN name one\n',
  );
}

const namespace = `contract-${Date.now()}`;
const maps = `/api/v1/namespaces/${namespace}/configmaps`;
const deployments = `/apis/apps/v1/namespaces/${namespace}/deployments`;

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'idle' },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: 'idle' } },
    template: {
      metadata: { labels: { app: 'idle' } },
      spec: { containers: [{ name: 'idle', image: 'idle' }] },
    },
  },
};

function metadataOf(body: unknown): {
  resourceVersion: string;
  generation?: number;
} {
  return (body as { metadata: { resourceVersion: string } }).metadata;
}

describe.each(targets)('%s', (_name, start) => {
  let target: Target;
  let client: ClusterClient;

  beforeAll(async () => {
    target = await start();
    client = target.client;
    const body = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    };
    const made = await client.request('POST', '/api/v1/namespaces', { body });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  });

  afterAll(async () => {
    await client?.request('DELETE', `/api/v1/namespaces/${namespace}`);
    await target?.close();
  });

  it.each(contractCalls(namespace))(
    'is asked %s',
    async (_what, method, path, body, status, expected) => {
      const answer = await client.request(method, path, { body });
      expect(answer).toMatchObject({ status, body: expected });
    },
  );

  it('does not know a wrong token', async () => {
    expect(await client.request('GET', maps, { token: 'wrong' })).toMatchObject(
      {
        status: 401,
        body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
      },
    );
  });

  it('has nothing at a path of a kind that it does not keep', async () => {
    const answer = await client.get('/apis/example.com/v1/turnips');
    expect(answer).toEqual({ status: 404, body: '404 page not found\n' });
  });

  it('lists by labels and by name, without the kind of built-in items', async () => {
    for (const [name, app] of [
      ['list-a', 'x'],
      ['list-b', 'x'],
      ['list-c', 'y'],
    ]) {
      await client.request('POST', maps, { body: map(name, { app }) });
    }
    const namesBy = async (query: string) => {
      const { body } = await client.get(`${maps}?${query}`);
      const { items } = body as { items: { metadata: { name: string } }[] };
      return items.map(({ metadata }) => metadata.name).sort();
    };
    expect(await namesBy('labelSelector=app%3Dx')).toEqual([
      'list-a',
      'list-b',
    ]);
    expect(await namesBy('labelSelector=app%20in%20(x,z)')).toEqual([
      'list-a',
      'list-b',
    ]);
    expect(await namesBy('labelSelector=app,app!%3Dx')).toEqual(['list-c']);
    expect(await namesBy('fieldSelector=metadata.name%3Dlist-b')).toEqual([
      'list-b',
    ]);
    const { body } = await client.get(`${maps}?labelSelector=app%3Dy`);
    expect(body).toMatchObject({
      kind: 'ConfigMapList',
      apiVersion: 'v1',
      metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
    });
    const [item] = (body as { items: object[] }).items;
    expect(item).not.toHaveProperty('kind');
  });

  it('refuses a name that is taken, and a change of what was changed meanwhile', async () => {
    const made = await client.request('POST', maps, { body: map('twice') });
    expect(made.status).toBe(201);
    expect(
      await client.request('POST', maps, { body: map('twice') }),
    ).toMatchObject({
      status: 409,
      body: {
        reason: 'AlreadyExists',
        message: 'configmaps "twice" already exists',
      },
    });
    await client.patch(`${maps}/twice`, { data: { key: 'other' } });
    expect(
      await client.request('PUT', `${maps}/twice`, { body: made.body }),
    ).toMatchObject({
      status: 409,
      body: {
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on configmaps "twice": the object has been modified; please apply your changes to the latest version and try again',
      },
    });
  });

  it('patches by merging, and takes away by null', async () => {
    await client.request('POST', maps, { body: map('patched') });
    const answer = await client.patch(`${maps}/patched`, {
      data: { key: null, other: 'value' },
    });
    expect(answer).toMatchObject({ status: 200 });
    expect((answer.body as { data: object }).data).toEqual({ other: 'value' });
  });

  it('refuses a patch of a kind that nobody knows', async () => {
    const answer = await client.request('PATCH', `${maps}/patched`, {
      body: {},
      contentType: 'application/json',
    });
    expect(answer).toMatchObject({
      status: 415,
      body: { kind: 'Status', reason: 'UnsupportedMediaType' },
    });
  });

  it('keeps spec and status apart, and moves the generation with the spec alone', async () => {
    const made = await client.request('POST', deployments, {
      body: deployment,
    });
    expect(metadataOf(made.body).generation).toBe(1);
    const status = await client.patch(`${deployments}/idle/status`, {
      spec: { paused: true },
      status: {
        conditions: [
          { type: 'Progressing', status: 'True', reason: 'Contract' },
        ],
      },
    });
    expect(status).toMatchObject({
      status: 200,
      body: {
        metadata: { generation: 1 },
        status: { conditions: [{ reason: 'Contract' }] },
      },
    });
    expect((status.body as { spec: object }).spec).not.toHaveProperty('paused');
    const main = await client.patch(`${deployments}/idle`, {
      spec: { paused: true },
      status: { readyReplicas: 77 },
    });
    expect(main).toMatchObject({
      status: 200,
      body: { metadata: { generation: 2 }, spec: { paused: true } },
    });
    expect((main.body as { status?: object }).status ?? {}).not.toHaveProperty(
      'readyReplicas',
    );
  });

  it('refuses another selector for a Deployment that is there', async () => {
    const answer = await client.patch(`${deployments}/idle`, {
      spec: { selector: { matchLabels: { app: 'other' } } },
    });
    expect(answer).toMatchObject({ status: 422, body: { reason: 'Invalid' } });
  });

  it('watches what comes after a version, as the selection sees it', async () => {
    await client.request('POST', maps, { body: map('before') });
    const { body } = await client.get(maps);
    const since = metadataOf(body).resourceVersion;
    const watch = await client.watch(
      `${maps}?watch=true&resourceVersion=${since}&labelSelector=seen%3Dyes&timeoutSeconds=20`,
    );
    await client.request('POST', maps, { body: map('w', { seen: 'no' }) });
    for (const seen of ['yes', 'no']) {
      await client.patch(`${maps}/w`, { metadata: { labels: { seen } } });
    }
    await client.request('POST', maps, { body: map('v', { seen: 'yes' }) });
    await client.patch(`${maps}/v`, { data: { key: 'new' } });
    const deleted = await client.request('DELETE', `${maps}/v`);
    expect(deleted).toMatchObject({
      status: 200,
      body: {
        kind: 'Status',
        status: 'Success',
        details: { name: 'v', kind: 'configmaps' },
      },
    });
    const seen: string[] = [];
    while (seen.length < 5) {
      const event = await watch.next();
      expect(event?.object.kind).toBe('ConfigMap');
      seen.push(`${event?.type} ${event?.object.metadata.name}`);
    }
    await watch.close();
    expect(seen).toEqual([
      'ADDED w',
      'DELETED w',
      'ADDED v',
      'MODIFIED v',
      'DELETED v',
    ]);
  });

  it('begins a watch without a version with what is there', async () => {
    const watch = await client.watch(
      `${maps}?watch=1&fieldSelector=metadata.name%3Dpatched&timeoutSeconds=20`,
    );
    expect(await watch.next()).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'patched' } },
    });
    await watch.close();
  });

  it('tells in the stream that a version is too old', async () => {
    const watch = await client.watch(`${maps}?watch=true&resourceVersion=1`);
    expect(watch.status).toBe(200);
    expect(await watch.next()).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', reason: 'Expired', code: 410 },
    });
    expect(await watch.next()).toBeUndefined();
  });
});
