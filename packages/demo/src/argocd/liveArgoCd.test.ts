import { createStoryClock } from '../clock/createStoryClock';
import { createSystemClock } from '../clock/createSystemClock';
import { createClusterStore } from '../cluster/createClusterStore';
import { isSameJson } from '../json/isSameJson';
import { config, kustomization } from './__testUtils__/overlayFiles';
import { readUntil, TestArgoCd } from './__testUtils__/TestArgoCd';

const first = {
  'infra/staging/kustomization.yaml': kustomization('config.yaml'),
  'infra/staging/config.yaml': config('settings', 'one'),
};

interface Answer {
  metadata?: { resourceVersion?: string };
  operation?: { sync?: { revision?: string } };
  status?: {
    sync?: { status?: string; revision?: string };
    health?: { status?: string };
    conditions?: { type: string; message: string }[];
    history?: { id: number; revision: string }[];
    operationState?: { phase?: string; message?: string };
    resources?: { kind: string; status?: string; health?: object }[];
  };
  nodes?: { kind: string; name: string; health?: object }[];
  items?: { kind: string; name: string; targetState: string }[];
  message?: string;
}

describe('an Argo CD with a cluster', () => {
  let world: TestArgoCd;
  const clock = createStoryClock(createSystemClock());
  const store = createClusterStore(clock);

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<{ status: number; json: Answer }> =>
    world.call(method, path, body, token);
  const get = async () =>
    (await call('GET', '/applications/churn-staging')).json.status;
  const stateOf = (status: Answer['status']) => ({
    sync: status?.sync?.status,
    health: status?.health?.status,
    operation: status?.operationState?.phase,
  });
  const waitFor = async (state: object) => {
    const seen = await readUntil(state, async () => stateOf(await get()));
    if (isSameJson(seen, state)) return;
    throw new Error(`it is ${JSON.stringify(seen)}`);
  };
  const settings = () =>
    store.get('ConfigMap', 'churn-staging', 'settings')?.data?.key;

  beforeAll(async () => {
    world = await TestArgoCd.start(first, store, clock);
  });

  afterAll(async () => {
    await world.stop();
  });

  it('compares a new application, and syncs it when asked', async () => {
    const created = await call('POST', '/applications', {
      metadata: { name: 'churn-staging', labels: { app: 'churn' } },
      spec: {
        project: 'ml-churn',
        source: {
          repoURL: world.repoURL,
          path: 'infra/staging',
          targetRevision: 'main',
        },
        destination: { name: 'in-cluster', namespace: 'churn-staging' },
        syncPolicy: { syncOptions: ['CreateNamespace=true'] },
      },
    });
    expect(created.status).toBe(200);
    await waitFor({
      sync: 'OutOfSync',
      health: 'Healthy',
      operation: undefined,
    });
    // It is not done before the next one is asked for.
    clock.stand(clock.now());
    const begun = await call('POST', '/applications/churn-staging/sync', {});
    expect(begun.status).toBe(200);
    expect(begun.json.operation?.sync?.revision).toMatch(/^[0-9a-f]{40}$/);
    expect(begun.json.status?.operationState).toBeUndefined();
    const again = await call('POST', '/applications/churn-staging/sync', {});
    expect([again.status, again.json.message]).toEqual([
      400,
      'another operation is already in progress',
    ]);
    clock.follow();
    await waitFor({
      sync: 'Synced',
      health: 'Healthy',
      operation: 'Succeeded',
    });
    expect(settings()).toBe('one');
  });

  it('is seen by readers of the cluster', () => {
    const seen = store.get('Application', 'argocd', 'churn-staging');
    expect(seen?.status?.sync).toMatchObject({ status: 'Synced' });
    expect(store.get('AppProject', 'argocd', 'ml-churn')).toBeDefined();
  });

  it('shows what it deployed as a tree, with what is wanted', async () => {
    const tree = await call('GET', '/applications/churn-staging/resource-tree');
    expect(tree.json.nodes).toMatchObject([
      { kind: 'ConfigMap', name: 'settings' },
    ]);
    const managed = await call(
      'GET',
      '/applications/churn-staging/managed-resources',
    );
    const [item] = managed.json.items ?? [];
    expect(JSON.parse(item.targetState)).toMatchObject({
      metadata: {
        annotations: {
          'argocd.argoproj.io/tracking-id':
            'churn-staging:/ConfigMap:churn-staging/settings',
        },
      },
    });
  });

  it('tells who made the commit that it synced', async () => {
    const { sync } = (await get()) ?? {};
    const path = `/applications/churn-staging/revisions/${sync?.revision}/metadata`;
    const { status, json } = await call('GET', path);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      author: expect.stringMatching(/^.+ <.+@.+>$/),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      message: expect.any(String),
    });
    const none = await call(
      'GET',
      `/applications/churn-staging/revisions/${'0'.repeat(40)}/metadata`,
    );
    expect([none.status, none.json.message]).toEqual([
      500,
      expect.stringContaining('upload-pack: not our ref 0000'),
    ]);
  });

  it('hands out what Git wants, and one resource as it is', async () => {
    const manifests = await world.call(
      'GET',
      '/applications/churn-staging/manifests',
    );
    expect(manifests.json).toMatchObject({
      namespace: 'churn-staging',
      server: 'https://kubernetes.default.svc',
      sourceType: 'Kustomize',
      manifests: [expect.stringContaining('"kind":"ConfigMap"')],
    });
    const query = 'namespace=churn-staging&kind=ConfigMap&version=v1';
    const resource = (name: string) =>
      world.call(
        'GET',
        `/applications/churn-staging/resource?resourceName=${name}&${query}`,
      );
    const { json } = await resource('settings');
    expect(JSON.parse(json.manifest)).toMatchObject({ data: { key: 'one' } });
    store.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'of-another', namespace: 'churn-staging' },
    });
    expect((await resource('of-another')).status).toBe(400);
  });

  it('lists the events of its resources', async () => {
    store.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'settings.1', namespace: 'churn-staging' },
      involvedObject: { kind: 'ConfigMap', name: 'settings' },
      reason: 'Read',
    });
    const list = async (query: string) => {
      const path = `/applications/churn-staging/events${query}`;
      return (await world.call('GET', path)).json.items;
    };
    expect(await list('')).toEqual([]);
    expect(
      await list('?resourceName=settings&resourceNamespace=churn-staging'),
    ).toMatchObject([{ reason: 'Read' }]);
  });

  it('shows sync, health, resources and history on a page with links to Git', async () => {
    const { sync } = (await get()) ?? {};
    const page = await fetch(`${world.url}/applications/argocd/churn-staging`);
    const html = await page.text();
    const repository = world.repoURL.replace(/\.git$/, '');
    for (const text of [
      '<dt>Sync</dt><dd>Synced',
      '<dt>Health</dt><dd>Healthy',
      `href="${repository}/commit/${sync?.revision}"`,
      `href="${repository}/src/commit/${sync?.revision}/infra/staging"`,
      '<td>ConfigMap</td><td>churn-staging/settings</td><td>Synced</td>',
      '<h2>History</h2>',
    ]) {
      expect(html).toContain(text);
    }
  });

  it('lets nobody sync, roll back or end what they have no right to', async () => {
    for (const [method, path] of [
      ['POST', 'sync'],
      ['POST', 'rollback'],
      ['DELETE', 'operation'],
    ]) {
      const { status, json } = await call(
        method,
        `/applications/churn-staging/${path}`,
        {},
        'known-token',
      );
      expect(status).toBe(403);
      expect(json.message).toContain(
        'permission denied: applications, sync, ml-churn/churn-staging',
      );
    }
  });

  it('notices a push at once, and rolls back to what was deployed', async () => {
    await world.push({
      'infra/staging/config.yaml': config('settings', 'two'),
    });
    await waitFor({
      sync: 'OutOfSync',
      health: 'Healthy',
      operation: 'Succeeded',
    });
    await call('POST', '/applications/churn-staging/sync', { prune: true });
    expect(await readUntil('two', async () => settings())).toBe('two');
    const noneSuch = await call(
      'POST',
      '/applications/churn-staging/rollback',
      {
        id: 7,
      },
    );
    expect(noneSuch.status).toBe(400);
    await waitFor({
      sync: 'Synced',
      health: 'Healthy',
      operation: 'Succeeded',
    });
    await call('POST', '/applications/churn-staging/rollback', { id: 0 });
    expect(await readUntil('one', async () => settings())).toBe('one');
    await waitFor({
      sync: 'OutOfSync',
      health: 'Healthy',
      operation: 'Succeeded',
    });
    expect((await get())?.history?.map(({ id }) => id)).toEqual([0, 1, 2]);
  });

  it('syncs by itself, heals what is changed by hand, and refuses to roll back then', async () => {
    await call('PATCH', '/applications/churn-staging', {
      patch: JSON.stringify({
        spec: { syncPolicy: { automated: { prune: true, selfHeal: true } } },
      }),
      patchType: 'merge',
    });
    expect(await readUntil('two', async () => settings())).toBe('two');
    await waitFor({
      sync: 'Synced',
      health: 'Healthy',
      operation: 'Succeeded',
    });
    store.patch('ConfigMap', 'churn-staging', 'settings', {
      data: { key: 'by hand' },
    });
    expect(await readUntil('two', async () => settings())).toBe('two');
    await waitFor({
      sync: 'Synced',
      health: 'Healthy',
      operation: 'Succeeded',
    });
    const refused = await call('POST', '/applications/churn-staging/rollback', {
      id: 0,
    });
    expect([refused.status, refused.json.message]).toEqual([
      400,
      'rollback cannot be initiated when auto-sync is enabled',
    ]);
  });

  it('streams what is there, and each change of it', async () => {
    const abort = new AbortController();
    const response = await fetch(
      `${world.url}/api/v1/stream/applications?name=churn-staging`,
      {
        headers: {
          authorization: `Bearer ${world.argoCd?.createToken('admin')}`,
        },
        signal: abort.signal,
      },
    );
    const reader = response.body?.getReader();
    const types: string[] = [];
    const read = async () => {
      const chunk = await reader?.read();
      const text = Buffer.from(chunk?.value ?? []).toString();
      for (const line of text.split('\n').filter(Boolean)) {
        types.push(JSON.parse(line).result.type);
      }
    };
    await read();
    expect(types).toEqual(['ADDED']);
    await call('GET', '/applications/churn-staging?refresh=hard');
    await world.push({
      'infra/staging/config.yaml': config('settings', 'three'),
    });
    await read();
    expect(types[1]).toBe('MODIFIED');
    abort.abort();
    expect(await readUntil('three', async () => settings())).toBe('three');
  });

  it('names file and field of an overlay that does not render, and ends a sync of it in Error', async () => {
    await world.push({
      'infra/staging/kustomization.yaml':
        'resources: [config.yaml]\nnoSuchField: true\n',
    });
    const unknown = {
      sync: 'Unknown',
      health: 'Healthy',
      operation: 'Succeeded',
    };
    await waitFor(unknown);
    const [condition] = (await get())?.conditions ?? [];
    expect(condition.type).toBe('ComparisonError');
    expect(condition.message).toContain('infra/staging');
    expect(condition.message).toContain('noSuchField');
    await call('POST', '/applications/churn-staging/sync', {});
    const error = await readUntil(
      'Error',
      async () => (await get())?.operationState?.phase,
    );
    expect(error).toBe('Error');
    expect((await get())?.operationState?.message).toMatch(
      /^ComparisonError: /,
    );
    await world.push(first);
    await waitFor({
      sync: 'Synced',
      health: 'Healthy',
      operation: 'Succeeded',
    });
  });

  it('says that tokens have expired, is down, or hangs, until told otherwise', async () => {
    const path = '/applications/churn-staging';
    await world.argoCd?.setFault('token-expired');
    const { status, json } = await call('GET', path);
    expect([status, json.message]).toEqual([
      401,
      'invalid session: token has invalid claims: token is expired',
    ]);
    await world.argoCd?.setFault('down');
    await expect(call('GET', path)).rejects.toThrow();
    await world.argoCd?.setFault('hangs');
    await expect(
      fetch(`${world.url}/api/version`, { signal: AbortSignal.timeout(200) }),
    ).rejects.toThrow();
    await world.argoCd?.setFault(undefined);
    expect((await call('GET', path)).status).toBe(200);
  });

  it('ends running streams when tokens expire, so that it is noticed at once', async () => {
    const stream = await fetch(`${world.url}/api/v1/stream/applications`, {
      headers: {
        authorization: `Bearer ${world.argoCd?.createToken('admin')}`,
      },
    });
    await world.argoCd?.setFault('token-expired');
    expect(await stream.text()).toMatch(/^\{"result":/);
    await world.argoCd?.setFault(undefined);
  });

  it('deletes what it deployed with an application', async () => {
    await call('DELETE', '/applications/churn-staging?cascade=true');
    expect(await readUntil(undefined, async () => settings())).toBeUndefined();
    expect((await call('GET', '/applications/churn-staging')).status).toBe(403);
    expect(world.errors).toEqual([]);
  });
});
