import { createSystemClock } from '../../clock/createSystemClock';
import { createClusterStore } from '../../cluster/createClusterStore';
import { readUntil, TestArgoCd } from '../__testUtils__/TestArgoCd';

const files = {
  'infra/staging/kustomization.yaml': 'resources: [config.yaml]\n',
  'infra/staging/config.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {key: one}\n',
};

describe('an application that is deployed', () => {
  let world: TestArgoCd;
  const store = createClusterStore(createSystemClock());

  const readStatus = async () =>
    (await world.call('GET', '/applications/churn-staging')).json.status;
  const readRevision = async () => (await readStatus()).sync.revision;

  beforeAll(async () => {
    world = await TestArgoCd.start(files, store);
    await world.call('POST', '/applications', {
      metadata: { name: 'churn-staging' },
      spec: {
        project: 'ml-churn',
        source: {
          repoURL: world.repoURL,
          path: 'infra/staging',
          targetRevision: 'main',
        },
        destination: { name: 'in-cluster', namespace: 'churn-staging' },
        syncPolicy: {
          automated: {},
          syncOptions: ['CreateNamespace=true'],
        },
      },
    });
    const state = ['Synced', 'Healthy', 'Succeeded', 1];
    await readUntil(state, async () => {
      const { sync, health, operationState, history } = await readStatus();
      return [
        sync?.status,
        health?.status,
        operationState?.phase,
        history?.length,
      ];
    });
  });

  afterAll(() => world.stop());

  it('tells who made the commit that it synced', async () => {
    const revision = await readRevision();
    const path = `/applications/churn-staging/revisions/${revision}/metadata`;
    const { status, json } = await world.call('GET', path);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      author: expect.stringMatching(/^.+ <.+@.+>$/),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      message: expect.any(String),
    });
    const none = await world.call(
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
    const revision = await readRevision();
    const page = await fetch(`${world.url}/applications/argocd/churn-staging`);
    const html = await page.text();
    const repository = world.repoURL.replace(/\.git$/, '');
    for (const text of [
      '<dt>Sync</dt><dd>Synced',
      '<dt>Health</dt><dd>Healthy',
      `href="${repository}/commit/${revision}"`,
      `href="${repository}/src/commit/${revision}/infra/staging"`,
      '<td>ConfigMap</td><td>churn-staging/settings</td><td>Synced</td>',
      '<h2>History</h2>',
    ]) {
      expect(html).toContain(text);
    }
  });
});
