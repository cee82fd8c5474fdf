import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createApplication,
  createReplicaSet,
  createRollout,
  LiveWorld,
  startLiveWorld,
} from './__testUtils__/liveWorld';
import { createEntity, refOf, until } from './__testUtils__/startPlugin';

const FRAUD = refOf('fraud');
const TARGET = { environment: 'staging', kind: 'Rollout', name: 'fraud' };

describe('what runs', () => {
  let world: LiveWorld;

  afterEach(async () => {
    await world.stop();
  });

  const look = () => world.plugin.liveClient.getDelivery(FRAUD);

  /** Until the workload and what it serves are known. */
  const lookLong = () =>
    until(look, ({ environments }) =>
      Boolean(
        environments[0]?.deliveries[0]?.revisions.every(
          ({ release }) => release.status === 'known',
        ),
      ),
    );

  it('is a bound delivery, with what stable and candidate serve', async () => {
    world = await startLiveWorld();
    const { environments } = await lookLong();
    expect(environments).toMatchObject([
      {
        name: 'staging',
        cluster: 'demo',
        namespace: 'fraud-staging',
        argocd: { status: 'ok' },
        kubernetes: { status: 'ok' },
        mayAct: true,
        application: {
          name: 'fraud-staging',
          sync: 'Synced',
          health: 'Healthy',
          targetRevision: 'main',
        },
      },
    ]);
    const [delivery] = environments[0].deliveries;
    expect(delivery).toMatchObject({
      kind: 'Rollout',
      name: 'fraud',
      phase: 'Paused',
      step: { index: 1, count: 3 },
      weight: { desired: 25, actual: 25 },
      simulated: true,
    });
    const served = delivery.revisions.map(({ role, release }) => [
      role,
      release.model?.version,
    ]);
    expect(new Map(served.map(([role, version]) => [role, version]))).toEqual(
      new Map([
        ['stable', 'v1.0.0'],
        ['candidate', 'v1.1.0'],
      ]),
    );
    expect(JSON.stringify(environments)).not.toContain('never shown');
  });

  it('costs the cluster the watches of one page, however many are open', async () => {
    world = await startLiveWorld();
    await lookLong();
    await Promise.all(Array.from({ length: 50 }, look));
    expect(world.cluster.count(/watch=true/)).toBe(4);
    expect(world.cluster.count(/\/rollouts\?limit=500/)).toBe(1);
    expect(
      world.argocd.requests.filter(url => url.includes('/stream/')),
    ).toHaveLength(1);
  });

  it('moves on an open page: a signal without names, then the new state', async () => {
    world = await startLiveWorld();
    const { topic } = await lookLong();
    world.plugin.signals.length = 0;
    world.cluster.put(
      createRollout({
        status: {
          phase: 'Progressing',
          message: 'more replicas need to be updated',
          currentStepIndex: 2,
          pauseConditions: undefined,
        },
      }),
    );
    await until(
      async () => world.plugin.signals.length,
      count => count > 0,
    );
    expect(world.plugin.signals[0]).toEqual({
      channel: 'gitops-ml',
      message: { topic },
    });
    const { environments } = await look();
    expect(environments[0].deliveries[0]).toMatchObject({
      phase: 'Progressing',
      step: { index: 2, count: 3 },
    });
    const events = await until(
      async () => (await look()).environments[0].deliveries[0].events,
      ({ length }) => length === 2,
    );
    expect(events.map(({ phase, step }) => [phase, step?.index])).toEqual([
      ['Progressing', 2],
      ['Paused', 1],
    ]);
  });

  it('remembers the step that an aborted canary had reached', async () => {
    world = await startLiveWorld();
    await lookLong();
    world.cluster.put(createRollout({ status: { currentStepIndex: 2 } }));
    world.cluster.put(
      createRollout({
        status: {
          phase: 'Degraded',
          message: 'RolloutAborted: metric failed',
          abort: true,
          controllerPause: false,
          currentStepIndex: 0,
          pauseConditions: undefined,
        },
      }),
    );
    const { environments } = await until(look, answer =>
      Boolean(answer.environments[0].deliveries[0].reached),
    );
    expect(environments[0].deliveries[0]).toMatchObject({
      aborted: true,
      step: { index: 0, count: 3 },
      reached: { index: 2, count: 3, inferred: false },
    });
  });

  it('says since when a cluster is unreachable, beside the last known values', async () => {
    world = await startLiveWorld();
    await lookLong();
    world.cluster.fault = 'down';
    world.cluster.breakOff();
    const { environments } = await until(
      look,
      answer => answer.environments[0].kubernetes.status === 'unreachable',
    );
    expect(environments[0]).toMatchObject({
      kubernetes: { message: expect.stringMatching(/^ECONNREFUSED \(/) },
      argocd: { status: 'ok' },
      deliveries: [{ phase: 'Paused' }],
    });
    world.cluster.fault = undefined;
    await until(
      look,
      answer => answer.environments[0].kubernetes.status === 'ok',
    );
  });

  it('answers at once though cluster and Argo CD never do', async () => {
    world = await startLiveWorld();
    world.cluster.fault = 'hangs';
    world.argocd.fault = 'hangs';
    const started = Date.now();
    const { environments } = await look();
    expect(environments).toEqual([]);
    await world.plugin.client.getData(FRAUD);
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it('shows nothing of an application that deploys another repository', async () => {
    world = await startLiveWorld({
      entities: url => [
        createEntity(url),
        createEntity(url, {
          name: 'thief',
          repository: 'secret',
          annotations: {
            'argocd/app-name': 'fraud-staging',
            'backstage.io/kubernetes-id': 'fraud',
            'backstage.io/kubernetes-namespace': 'fraud-staging',
          },
        }),
      ],
    });
    await lookLong();
    const { liveClient } = world.plugin;
    const stolen = await liveClient.getDelivery(refOf('thief'));
    expect(stolen.environments).toEqual([]);
    for (const environment of ['staging', 'fraud-staging']) {
      await expect(
        liveClient.act(
          refOf('thief'),
          { ...TARGET, environment },
          'abort',
          world.cluster.get('Rollout', 'fraud-staging', 'fraud').metadata
            .resourceVersion ?? '',
        ),
      ).rejects.toMatchObject({ response: { status: 404 } });
    }
    expect(world.cluster.patches).toEqual([]);
  });

  it('shows no workload that an application names outside its own namespace', async () => {
    world = await startLiveWorld();
    const { forge } = world.plugin;
    const application = createApplication(forge.url);
    world.cluster.put(createRollout({ name: 'other', namespace: 'other' }));
    application.status?.resources?.push({
      group: 'argoproj.io',
      kind: 'Rollout',
      namespace: 'other',
      name: 'other',
    });
    world.argocd.put(application);
    const { environments } = await lookLong();
    expect(environments[0].deliveries.map(({ name }) => name)).toEqual([
      'fraud',
    ]);
  });

  it('shows no workload that another application tracks', async () => {
    world = await startLiveWorld();
    await lookLong();
    const rollout = createRollout();
    rollout.metadata.annotations = {
      'argocd.argoproj.io/tracking-id':
        'victim:argoproj.io/Rollout:fraud-staging/fraud',
    };
    world.cluster.put(rollout);
    const { environments } = await until(
      look,
      answer => answer.environments[0].deliveries.length === 0,
    );
    expect(environments[0].deliveries).toEqual([]);
    await expect(
      world.plugin.liveClient.planAction(FRAUD, TARGET, 'abort'),
    ).rejects.toMatchObject({ response: { status: 404 } });
  });

  it('does not take a set of pods for its own that only says its name', async () => {
    world = await startLiveWorld();
    const foreign = createReplicaSet('foreign', 'foreign-release');
    foreign.metadata.ownerReferences = [
      { kind: 'Rollout', name: 'fraud', uid: 'another' },
    ];
    world.cluster.put(foreign);
    const { environments } = await lookLong();
    expect(
      environments[0].deliveries[0].revisions.map(({ hash }) => hash).sort(),
    ).toEqual(['candidate', 'stable']);
  });

  it('shows a namespace that a rule grants, without an Argo CD', async () => {
    world = await startLiveWorld({
      config: {
        clusters: [],
        allow: {
          workloads: [
            {
              entity: 'component:default/fraud',
              cluster: 'demo',
              namespace: 'fraud-staging',
            },
          ],
        },
      },
    });
    const { environments } = await until(look, answer =>
      answer.environments.some(({ deliveries }) => deliveries.length > 0),
    );
    expect(
      environments.map(({ name, deliveries, kubernetes }) => [
        name,
        deliveries.length,
        kubernetes.status,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['fraud-staging', 1, 'ok'],
        ['staging', 0, 'not-configured'],
      ]),
    );
  });

  it('says that an Argo CD refuses the token, and keeps what runs', async () => {
    world = await startLiveWorld();
    await lookLong();
    world.argocd.fault = 'token-expired';
    world.argocd.breakOff();
    const { environments } = await until(
      look,
      answer => answer.environments[0].argocd.status === 'forbidden',
    );
    expect(environments[0]).toMatchObject({
      argocd: {
        message: expect.stringMatching(
          /^invalid session \(.*argocd\.appLocatorMethods\)$/,
        ),
      },
      kubernetes: { status: 'ok' },
      application: { name: 'fraud-staging' },
      deliveries: [{ phase: 'Paused' }],
    });
  });

  it('is not asked of a cluster that one signs in to with a browser', async () => {
    world = await startLiveWorld();
    world.cluster.authProvider = 'google';
    const { environments } = await until(
      look,
      answer => answer.environments[0]?.kubernetes.status === 'not-configured',
    );
    expect(environments[0]).toMatchObject({
      kubernetes: { message: expect.stringContaining('authProvider google') },
      argocd: { status: 'ok' },
      deliveries: [],
    });
    const { liveClient } = world.plugin;
    await expect(
      liveClient.planAction(FRAUD, TARGET, 'abort'),
    ).rejects.toMatchObject({ response: { status: 503 } });
    expect(world.cluster.requests).toEqual([]);
  });

  it("is nobody's business without the permission", async () => {
    world = await startLiveWorld({
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const { liveClient } = world.plugin;
    await expect(look()).rejects.toMatchObject({ response: { status: 403 } });
    await expect(
      liveClient.act(FRAUD, TARGET, 'abort', '1'),
    ).rejects.toMatchObject({ response: { status: 403 } });
    expect(world.cluster.requests).toEqual([]);
  });
});
