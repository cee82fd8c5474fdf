import { ReleasesResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  createApplication,
  createRelease,
  createReplicaSet,
  createRollout,
  LiveWorld,
  startLiveWorld,
} from './__testUtils__/liveWorld';
import {
  createEntity,
  isReady,
  refOf,
  until,
} from './__testUtils__/startPlugin';

const FRAUD = refOf('fraud');

const release = (version: string) =>
  `MODEL_NAME=fraud\nMODEL_VERSION=${version}\nMODEL_HASH=md5:${version}\n`;

const completed = (status: 'True' | 'False', at: string) => ({
  type: 'Completed',
  status,
  reason: 'RolloutCompleted',
  message: '',
  lastTransitionTime: at,
});

const HEALTHY = {
  phase: 'Healthy',
  message: '',
  currentStepIndex: 3,
  pauseConditions: [],
  controllerPause: false,
};

/** The Rollout when `hash` has become stable. */
const promoted = (hash: string, at: string) =>
  createRollout({
    status: {
      ...HEALTHY,
      currentPodHash: hash,
      stableRS: hash,
      conditions: [completed('True', at)],
    },
  });

const aborted = (abortedAt: string) =>
  createRollout({
    status: {
      phase: 'Degraded',
      message: 'RolloutAborted: Rollout aborted update to revision 2',
      abort: true,
      abortedAt,
      currentStepIndex: 0,
      pauseConditions: [],
      controllerPause: false,
    },
  });

describe('releases', () => {
  let world: LiveWorld;
  let commits: string[];

  /** Another component of the same repository, which costs the cluster nothing. */
  const entities = (url: string) => [
    createEntity(url),
    createEntity(url, { name: 'fraud-too' }),
  ];

  beforeEach(async () => {
    world = await startLiveWorld({ entities });
    const { argocd, plugin } = world;
    const first = plugin.fraud.commit({
      'src/serve.py': 'pass\n',
      'infra/base/kustomization.yaml':
        'configMapGenerator:\n- {name: r, envs: [release.env]}\n',
      'infra/base/release.env': release('v1.0.0'),
      'infra/staging/kustomization.yaml': 'resources: [../base]\n',
      'gitops-ml.yaml':
        'schemaVersion: 1\nenvironments: [{name: staging, revision: main, overlay: infra/staging}]\n',
    });
    const second = plugin.fraud.commit({
      'infra/base/release.env': release('v1.1.0'),
    });
    commits = [first, second];
    const application = createApplication(plugin.forge.url);
    argocd.put({
      ...application,
      status: {
        ...application.status,
        sync: { status: 'Synced', revision: second },
        history: commits.map((revision, id) => ({
          id,
          revision,
          deployedAt: `2026-11-2${id}T08:00:00Z`,
        })),
      },
    });
  });

  afterEach(() => world.stop());

  const ask = (isWanted: (answer: ReleasesResponse) => boolean) =>
    until(() => world.plugin.liveClient.getReleases(FRAUD), isWanted);

  /** Starts the repeated work, and waits for the first release to be kept. */
  async function begin(): Promise<ReleasesResponse> {
    await world.plugin.tick();
    await until(() => world.plugin.client.getModels(FRAUD), isReady());
    await world.plugin.tick();
    return ask(({ releases }) => releases.length > 0);
  }

  it('of the time before are listed with what proves them', async () => {
    const { releases, gaps } = await begin();
    expect(releases).toMatchObject([
      {
        outcome: 'stable',
        provenance: 'found',
        witnessed: false,
        to: { model: { version: 'v1.0.0' } },
        commit: { oid: commits[0] },
      },
      // What is being delivered now is no matter of the past.
      {
        outcome: 'unknown',
        provenance: 'argocd-history',
        at: '2026-11-20T08:00:00Z',
        atFrom: 'argocd',
        to: { model: { version: 'v1.0.0' } },
        commit: { oid: commits[0] },
      },
    ]);
    expect(gaps).toEqual([
      {
        environment: 'staging',
        from: '2026-11-20T08:00:00Z',
        to: expect.any(String),
      },
    ]);
  });

  it('are kept with nobody looking, with the time that the object says and the commit', async () => {
    await begin();
    world.cluster.put(promoted('candidate', '2026-11-21T09:30:00Z'));
    const { releases } = await ask(answer =>
      answer.releases.some(({ witnessed }) => witnessed),
    );
    expect(releases.find(({ witnessed }) => witnessed)).toMatchObject({
      environment: 'staging',
      outcome: 'stable',
      at: '2026-11-21T09:30:00Z',
      atFrom: 'object',
      provenance: 'watched',
      from: { model: { version: 'v1.0.0' }, commit: { oid: commits[0] } },
      to: { model: { version: 'v1.1.0' }, commit: { oid: commits[1] } },
      commit: { oid: commits[1] },
      differences: [
        { part: 'code', verdict: 'same' },
        { part: 'features', verdict: 'unknown' },
        { part: 'data', verdict: 'unknown' },
        { part: 'model', verdict: 'differs', text: 'v1.0.0 → v1.1.0' },
        { part: 'configuration', verdict: 'same' },
      ],
    });
  });

  it('are all kept, however fast one follows another', async () => {
    await begin();
    const { cluster } = world;
    cluster.put(aborted('2026-11-21T09:10:00Z'));
    cluster.put(promoted('candidate', '2026-11-21T09:20:00Z'));
    cluster.put(createReplicaSet('third', 'third-release'));
    cluster.put(createRelease('third-release', 'v1.2.0'));
    cluster.put(promoted('third', '2026-11-21T09:30:00Z'));
    const { releases } = await ask(answer =>
      answer.releases.some(({ to }) => to.model?.version === 'v1.2.0'),
    );
    expect(
      releases
        .filter(({ witnessed }) => witnessed)
        .map(({ outcome, at, to, reached }) => [
          outcome,
          at,
          to.model?.version,
          reached,
        ]),
    ).toEqual([
      ['stable', '2026-11-21T09:30:00Z', 'v1.2.0', undefined],
      ['stable', '2026-11-21T09:20:00Z', 'v1.1.0', undefined],
      [
        'aborted',
        '2026-11-21T09:10:00Z',
        'v1.1.0',
        { index: 1, count: 3, inferred: false },
      ],
    ]);
  });

  it('cost the cluster one watch per kind, whatever the number of entities', async () => {
    await begin();
    expect(world.cluster.count(/[?&]watch=true/)).toBe(4);
  });

  it('say of which commit the pods of a delivery are', async () => {
    await begin();
    const { environments } = await until(
      () => world.plugin.liveClient.getDelivery(FRAUD),
      answer =>
        answer.environments[0]?.deliveries[0]?.revisions.every(
          ({ release: { status } }) => status === 'known',
        ),
    );
    expect(
      environments[0].deliveries[0].revisions.map(one => [
        one.role,
        one.release.commit?.oid,
      ]),
    ).toEqual([
      ['candidate', commits[1]],
      ['stable', commits[0]],
    ]);
  });

  it('tell open pages when one is kept', async () => {
    await begin();
    const before = world.plugin.signals.length;
    world.cluster.put(promoted('candidate', '2026-11-21T09:30:00Z'));
    await ask(answer => answer.releases.some(({ witnessed }) => witnessed));
    const after = await until(
      async () => world.plugin.signals.slice(before),
      signals => signals.length > 0,
    );
    expect(after[0]).toEqual({
      channel: 'gitops-ml',
      message: { topic: expect.any(String) },
    });
  });
});
