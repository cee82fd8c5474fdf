import {
  createApplication,
  createRollout,
  LiveWorld,
  startLiveWorld,
} from './__testUtils__/liveWorld';
import { refOf, until } from './__testUtils__/startPlugin';

const FRAUD = refOf('fraud');
const ABORTED = {
  phase: 'Degraded',
  message: 'RolloutAborted: metric failed',
  abort: true,
  controllerPause: false,
  currentStepIndex: 0,
  pauseConditions: undefined,
};

describe('what runs, from other sources', () => {
  let world: LiveWorld;

  afterEach(() => world.stop());

  const look = () => world.plugin.liveClient.getDelivery(FRAUD);

  /** The Application as a resource of the cluster, where it has no health of its resources. */
  const putApplication = (status: Record<string, unknown> = {}) => {
    const one = createApplication(world.plugin.forge.url);
    world.cluster.put({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        ...one.metadata,
        name: 'fraud-staging',
        namespace: 'argocd',
        labels: {},
        annotations: {},
      },
      spec: one.spec,
      status: { ...one.status, ...status },
    });
  };

  const startWithResource = async () => {
    world = await startLiveWorld({
      config: {
        argocd: [{ name: 'main', cluster: 'demo', namespace: 'argocd' }],
      },
    });
    putApplication();
  };

  it('is Argo CD’s Application as a resource, which is watched and not asked for', async () => {
    await startWithResource();
    const { environments } = await until(look, answer =>
      Boolean(answer.environments[0]?.deliveries.length),
    );
    expect(environments).toMatchObject([
      {
        name: 'staging',
        argocd: { status: 'ok' },
        application: {
          instance: 'main',
          name: 'fraud-staging',
          sync: 'Synced',
          health: 'Healthy',
          // As Argo CD itself has it, of the paused Rollout.
          resources: [
            {
              kind: 'Rollout',
              name: 'fraud',
              sync: 'Synced',
              health: 'Suspended',
              message: 'CanaryPauseStep',
            },
          ],
        },
        deliveries: [{ name: 'fraud', phase: 'Paused' }],
      },
    ]);
    expect(world.argocd.requests).toEqual([]);
    putApplication({ sync: { status: 'OutOfSync', revision: 'c'.repeat(40) } });
    await until(
      look,
      answer => answer.environments[0].application?.sync === 'OutOfSync',
    );
    expect(world.cluster.count(/applications\?limit/)).toBe(1);
    expect(world.cluster.count(/applications\?watch/)).toBe(1);
  });

  it('is unreachable with the cluster that the resource is in', async () => {
    await startWithResource();
    await until(look, answer => answer.environments.length === 1);
    world.cluster.fault = 'down';
    world.cluster.breakOff();
    const { environments } = await until(
      look,
      answer => answer.environments[0].argocd.status === 'unreachable',
    );
    expect(environments[0]).toMatchObject({
      application: { name: 'fraud-staging' },
      kubernetes: { status: 'unreachable' },
    });
  });

  it('says that the resources may not be read', async () => {
    world = await startLiveWorld({
      config: {
        argocd: [{ name: 'main', cluster: 'demo', namespace: 'argocd' }],
      },
    });
    world.cluster.forbidden = /applications/;
    world.plugin.fraud.commit({
      'gitops-ml.yaml':
        'schemaVersion: 1\nenvironments:\n  - {name: staging, instance: main}\n',
    });
    const { environments } = await until(
      look,
      answer => answer.environments[0]?.argocd.status === 'forbidden',
    );
    expect(environments[0].deliveries).toEqual([]);
  });

  it('is a plain Deployment too, with which nothing can be done here', async () => {
    world = await startLiveWorld();
    const { argocd, cluster, plugin } = world;
    const one = createApplication(plugin.forge.url);
    argocd.put({
      ...one,
      status: {
        ...one.status,
        resources: [
          {
            group: 'apps',
            kind: 'Deployment',
            namespace: 'fraud-staging',
            name: 'api',
            status: 'Synced',
          },
        ],
      },
    });
    cluster.put({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'api', namespace: 'fraud-staging' },
      spec: { replicas: 2 },
      status: {
        replicas: 2,
        updatedReplicas: 2,
        readyReplicas: 1,
        availableReplicas: 1,
      },
    });
    const { environments } = await until(look, answer =>
      Boolean(answer.environments[0]?.deliveries.length),
    );
    expect(environments[0].deliveries).toMatchObject([
      {
        provider: 'deployment',
        kind: 'Deployment',
        name: 'api',
        phase: 'Progressing',
        steps: [],
      },
    ]);
    const [delivery] = environments[0].deliveries;
    expect(delivery.step).toBeUndefined();
    expect(delivery.weight).toBeUndefined();
    expect(delivery.actions.every(({ allowed }) => !allowed)).toBe(true);
    await expect(
      plugin.liveClient.planAction(
        FRAUD,
        { environment: 'staging', kind: 'Deployment', name: 'api' },
        'promote',
      ),
    ).rejects.toMatchObject({ response: { status: 409 } });
  });

  it('asks for Events only of an aborted delivery that nobody saw going, and once', async () => {
    world = await startLiveWorld();
    const { cluster } = world;
    cluster.put({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'fraud.1', namespace: 'fraud-staging' },
      reason: 'RolloutStepCompleted',
      message: 'Rollout step 2/3 completed (pause: {})',
      lastTimestamp: '2026-11-21T09:30:00Z',
      involvedObject: {
        kind: 'Rollout',
        name: 'fraud',
        namespace: 'fraud-staging',
        uid: 'uid-rollout-fraud',
      },
    });
    cluster.put(createRollout({ status: ABORTED }));
    const { environments } = await until(look, answer =>
      Boolean(answer.environments[0]?.deliveries[0]?.reached),
    );
    expect(environments[0].deliveries[0].reached).toEqual({
      index: 2,
      count: 3,
      inferred: true,
    });
    await Promise.all(Array.from({ length: 10 }, look));
    expect(cluster.count(/\/events\?/)).toBe(1);
    expect(cluster.count(/events.*watch/)).toBe(0);
  });

  it('asks for no Events of a delivery that goes on', async () => {
    world = await startLiveWorld();
    await until(look, answer =>
      Boolean(answer.environments[0]?.deliveries.length),
    );
    expect(world.cluster.count(/\/events\?/)).toBe(0);
  });
});
