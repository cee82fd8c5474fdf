import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  allRights,
  ClusterStore,
  createSystemClock,
  RunningCluster,
  startCluster,
} from '@gitops-ml/demo';
import { CountedServer } from './__testUtils__/CountedServer';
import { FakeObject } from './__testUtils__/FakeCluster';
import {
  createApplication,
  createRelease,
  createReplicaSet,
  createRollout,
  LiveWorld,
  startLiveWorld,
} from './__testUtils__/liveWorld';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';
import { createEntity, refOf, until } from './__testUtils__/startPlugin';

/** Rollouts, ReplicaSets, AnalysisRuns, Deployments. */
const KINDS = 4;
const VIEWERS = 50;
const ENTITIES = 30;
const NAMES = Array.from({ length: ENTITIES }, (_, index) => `team-${index}`);

/** As a cluster has it whose controllers have been at work. */
function put(store: ClusterStore, object: FakeObject): void {
  const json = JSON.parse(JSON.stringify(object));
  const made = store.create(json);
  if (json.status) store.updateStatus({ ...made, status: json.status });
}

/** The plugin, the real kubernetes plugin, and the demo's cluster, whose requests are counted. */
describe('what many open pages cost a cluster', () => {
  let directory: string;
  let cluster: RunningCluster;
  let counted: CountedServer;
  let kubernetes: KubernetesPlugin;
  let world: LiveWorld;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'watches-'));
    cluster = await startCluster({
      directory,
      port: 0,
      clock: createSystemClock(),
      tokens: [{ token: 'own', user: 'backstage', rules: allRights }],
      onError: error => {
        throw error;
      },
    });
    counted = new CountedServer(cluster.url);
    kubernetes = await startKubernetesPlugin([
      {
        name: 'demo',
        url: await counted.start(),
        authProvider: 'serviceAccount',
        serviceAccountToken: 'own',
      },
    ]);
  });

  afterEach(async () => {
    await world?.stop();
    await kubernetes?.stop();
    await counted?.close();
    await cluster?.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  });

  /** One for each kind; and once again where this process was too busy to be heard. */
  const expectFew = () => {
    for (const pattern of [/watch=true/, /\/v1[a-z0-9]*\/[a-z]+\?limit=500/]) {
      expect(counted.count(pattern)).toBeGreaterThanOrEqual(KINDS);
      expect(counted.count(pattern)).toBeLessThanOrEqual(2 * KINDS);
    }
  };

  const createNamespace = (name: string) =>
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });

  it(`is the watches of one, for ${VIEWERS} pages of one entity`, async () => {
    const { store } = cluster;
    createNamespace('fraud-staging');
    put(store, createRollout());
    const { uid } =
      store.get('Rollout', 'fraud-staging', 'fraud')?.metadata ?? {};
    for (const hash of ['stable', 'candidate']) {
      const set = createReplicaSet(hash, `${hash}-release`);
      const ownerReferences = [
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          name: 'fraud',
          uid: uid ?? '',
        },
      ];
      put(store, { ...set, metadata: { ...set.metadata, ownerReferences } });
      put(store, createRelease(`${hash}-release`, 'v1.0.0'));
    }
    world = await startLiveWorld({ kubernetes: kubernetes.feature });
    const { liveClient } = world.plugin;
    const view = async () => {
      const fraud = refOf('fraud');
      await liveClient.getEnvironments(fraud);
      return liveClient.getDelivery(fraud);
    };
    const viewAll = () => Promise.all(Array.from({ length: VIEWERS }, view));
    const isKnown = ({ environments }: Awaited<ReturnType<typeof view>>) =>
      environments[0]?.deliveries[0]?.revisions.filter(
        ({ release }) => release.status === 'known',
      ).length === 2;
    // All at once, when nothing is known yet, and again when it is.
    await viewAll();
    await until(view, isKnown);
    await viewAll();
    expectFew();
    expect(counted.count(/\/configmaps\//)).toBe(2);
    // A change costs nothing more, whoever looks.
    store.patch('Rollout', 'fraud-staging', 'fraud', {
      metadata: { labels: { changed: 'yes' } },
    });
    await viewAll();
    expectFew();
    expect(counted.count(/\/configmaps\//)).toBe(2);
  });

  it(`is the same for ${ENTITIES} entities of one cluster, however many namespaces`, async () => {
    for (const name of NAMES) {
      createNamespace(name);
      put(cluster.store, createRollout({ name, namespace: name }));
    }
    world = await startLiveWorld({
      kubernetes: kubernetes.feature,
      entities: url =>
        NAMES.map(name =>
          createEntity(url, { name, annotations: { 'argocd/app-name': name } }),
        ),
    });
    const { argocd, plugin } = world;
    for (const name of NAMES) {
      argocd.put(
        createApplication(plugin.forge.url, {
          name,
          namespace: name,
          workload: name,
        }),
      );
    }
    const view = (name: string) =>
      until(
        () => plugin.liveClient.getDelivery(refOf(name)),
        ({ environments }) => environments[0]?.deliveries.length === 1,
      );
    for (const name of NAMES) {
      const { environments } = await view(name);
      expect(environments[0].deliveries[0].name).toBe(name);
    }
    await Promise.all(NAMES.map(view));
    expect(
      argocd.requests.filter(url => url.includes('/stream/')),
    ).toHaveLength(1);
    // One list for each kind of a namespace that is new, and no watch.
    expectFew();
    expect(counted.count(/\?limit=500/)).toBeLessThanOrEqual(
      4 * (ENTITIES + 1),
    );
    // It goes on being followed, in the namespaces that came later too.
    cluster.store.delete('Rollout', 'team-29', 'team-29');
    await until(
      () => plugin.liveClient.getDelivery(refOf('team-29')),
      ({ environments }) => environments[0]?.deliveries.length === 0,
    );
    for (const one of counted.requests.filter(line =>
      /watch=true/.test(line),
    )) {
      // A watch that its reader left is ended by the cluster itself.
      expect(one).toMatch(/timeoutSeconds=\d{1,3}(&|$)/);
    }
  });
});
