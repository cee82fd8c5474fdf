import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  createApplication,
  createRelease,
  createRollout,
  LiveWorld,
  startLiveWorld,
} from './__testUtils__/liveWorld';
import { createEntity, refOf, until } from './__testUtils__/startPlugin';

const FRAUD = refOf('fraud');

const release = (version: string) =>
  `MODEL_NAME=fraud\nMODEL_VERSION=${version}\nMODEL_HASH=md5:${version}\n`;

const overlay = (name: string) => ({
  [`infra/${name}/kustomization.yaml`]: `resources: [../base]\nnamePrefix: ${name}-\n`,
});

/** A repository with staging on main and production on the commit before. */
function writeHistory({ plugin: { fraud } }: LiveWorld) {
  const base = {
    'src/serve.py': 'pass\n',
    'infra/base/kustomization.yaml':
      'configMapGenerator:\n- {name: r, envs: [release.env]}\n',
    'infra/base/release.env': release('v1.0.0'),
    ...overlay('staging'),
    ...overlay('production'),
  };
  const first = fraud.commit(base);
  const second = fraud.commit({ 'infra/base/release.env': release('v1.1.0') });
  const head = fraud.commit({
    'gitops-ml.yaml': `schemaVersion: 1\nenvironments:\n  - {name: staging, revision: main, overlay: infra/staging, namespace: fraud-staging}\n  - {name: production, revision: "${first}", overlay: infra/production}\n`,
  });
  return { first, second, head };
}

describe('environments', () => {
  let world: LiveWorld;

  beforeEach(async () => {
    world = await startLiveWorld();
  });

  afterEach(() => world.stop());

  /** The application as it is when these commits were deployed, the newest last. */
  function deploy(...commits: string[]): void {
    const { argocd, plugin } = world;
    const application = createApplication(plugin.forge.url);
    argocd.put({
      ...application,
      status: {
        ...application.status,
        sync: { status: 'Synced', revision: commits.at(-1) },
        history: commits.map((revision, id) => ({ id, revision })),
      },
    });
  }

  const load = (isWanted: (answer: EnvironmentsResponse) => boolean) =>
    until(() => world.plugin.liveClient.getEnvironments(FRAUD), isWanted);

  const isRead = ({ environments }: EnvironmentsResponse) =>
    environments[0]?.running.candidate?.status === 'known' &&
    environments[0]?.running.stable?.status === 'known';

  it('have three answers: desired of Git, synced of Argo CD, running of the pods', async () => {
    const { first, second, head } = writeHistory(world);
    deploy(first, second, head);
    const { environments } = await load(
      answer =>
        isRead(answer) && answer.environments[0].synced.tuple !== undefined,
    );
    expect(environments.map(({ name }) => name)).toEqual([
      'staging',
      'production',
    ]);
    const [staging, production] = environments;
    expect(staging).toMatchObject({
      revision: 'main',
      overlay: 'infra/staging',
      cluster: 'demo',
      desired: {
        status: 'known',
        tuple: {
          commit: { oid: head },
          code: { status: 'known', files: 2 },
          features: { status: 'none' },
          configuration: { status: 'known', overlay: 'infra/staging' },
        },
      },
      synced: { status: 'known', sync: 'Synced', health: 'Healthy' },
      running: {
        status: 'known',
        stable: { model: { version: 'v1.0.0' }, commit: { oid: first } },
        candidate: { model: { version: 'v1.1.0' }, commit: { oid: head } },
        tuple: {
          model: { status: 'known', models: [{ version: 'v1.0.0' }] },
          data: { status: 'unknown', asTrained: true },
          code: { status: 'known' },
        },
      },
      delivery: { phase: 'Paused', step: { index: 1, count: 3 } },
      simulated: true,
    });
    expect(staging.runningDiffers).toEqual([
      { part: 'code', verdict: 'differs' },
      { part: 'features', verdict: 'unknown' },
      { part: 'data', verdict: 'unknown' },
      { part: 'model', verdict: 'differs', text: 'v1.0.0 → v1.1.0' },
      { part: 'configuration', verdict: 'same' },
    ]);
    expect(production).toMatchObject({
      desired: { status: 'known', tuple: { commit: { oid: first } } },
      running: { status: 'unknown' },
      behind: {
        environment: 'staging',
        differences: expect.arrayContaining([
          {
            part: 'model',
            verdict: 'differs',
            text: '1 version behind: v1.0.0 → v1.1.0',
          },
        ]),
      },
    });
  });

  it('know code only where all deployed commits of the release agree on it', async () => {
    const { first, second, head } = writeHistory(world);
    // second and head release the same model, and their code differs.
    deploy(first, second, head);
    world.cluster.put(createRelease('stable-release', 'v1.1.0'));
    const { environments } = await load(
      ({ environments: [staging] }) =>
        staging?.running.stable?.model?.version === 'v1.1.0' &&
        staging.running.stable.commit !== undefined,
    );
    expect(environments[0].running.tuple).toMatchObject({
      code: { status: 'unknown' },
      configuration: { status: 'known' },
      model: { status: 'known' },
    });
  });

  it('that were aborted are a finding, and a release that is remembered', async () => {
    const { first, second, head } = writeHistory(world);
    deploy(first, second, head);
    await load(isRead);
    world.cluster.put(
      createRollout({
        status: {
          phase: 'Degraded',
          message: 'RolloutAborted: Rollout aborted update to revision 2',
          abort: true,
          currentStepIndex: 0,
          pauseConditions: [],
          controllerPause: false,
        },
      }),
    );
    const { findings } = await load(answer =>
      answer.findings.some(({ id }) => id === 'delivery-aborted'),
    );
    expect(
      findings.find(({ id }) => id === 'delivery-aborted')?.message,
    ).toMatch(/^staging asks for fraud v1\.1\.0, .* fraud v1\.0\.0 runs\.$/);
    const { releases } = await until(
      () => world.plugin.liveClient.getReleases(FRAUD),
      answer => answer.releases.length === 2,
    );
    expect(
      releases.map(({ outcome, to, from }) => [
        outcome,
        to.model?.version,
        from?.model?.version,
      ]),
    ).toEqual([
      ['aborted', 'v1.1.0', 'v1.0.0'],
      ['stable', 'v1.0.0', undefined],
    ]);
  });

  it('remember what became stable', async () => {
    const { first, second, head } = writeHistory(world);
    deploy(first, second, head);
    await load(isRead);
    world.cluster.put(
      createRollout({
        status: {
          phase: 'Healthy',
          message: '',
          currentPodHash: 'candidate',
          stableRS: 'candidate',
          currentStepIndex: 3,
          pauseConditions: [],
          controllerPause: false,
        },
      }),
    );
    await load(
      ({ environments: [staging] }) =>
        staging?.running.stable?.model?.version === 'v1.1.0',
    );
    const { releases, gaps } = await until(
      () => world.plugin.liveClient.getReleases(FRAUD),
      answer => answer.releases.length === 2,
    );
    expect(gaps).toEqual([]);
    expect(releases[0]).toMatchObject({
      environment: 'staging',
      outcome: 'stable',
      witnessed: true,
      from: { model: { version: 'v1.0.0' } },
      to: { model: { version: 'v1.1.0' } },
      differences: expect.arrayContaining([
        { part: 'model', verdict: 'differs', text: 'v1.0.0 → v1.1.0' },
      ]),
    });
  });

  it('keep what runs, marked stale, while the cluster is away', async () => {
    const { first, second, head } = writeHistory(world);
    deploy(first, second, head);
    await load(isRead);
    world.cluster.fault = 'down';
    world.cluster.breakOff();
    const { environments } = await load(
      ({ environments: [staging] }) => staging?.running.status === 'stale',
    );
    expect(environments[0]).toMatchObject({
      kubernetes: { status: 'unreachable' },
      desired: { status: 'known' },
      running: { stable: { model: { version: 'v1.0.0' } } },
    });
  });

  it('of all entities are on the fleet', async () => {
    const { first, second, head } = writeHistory(world);
    deploy(first, second, head);
    await load(isRead);
    const { rows } = await world.plugin.liveClient.getFleet();
    expect(rows).toMatchObject([
      {
        entityRef: 'component:default/fraud',
        environments: [{ name: 'staging' }, { name: 'production' }],
      },
    ]);
  });
});

describe('the fleet', () => {
  it('has no row, topic or number of what a user may not see', async () => {
    const permissions = createServiceFactory({
      service: coreServices.permissions,
      deps: {},
      factory: () => ({
        authorize: async requests =>
          requests.map(({ resourceRef }) => ({
            result:
              resourceRef === 'component:default/fraud'
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.DENY })),
      }),
    });
    const world = await startLiveWorld({
      entities: url => [
        createEntity(url),
        createEntity(url, { name: 'secret', repository: 'secret' }),
      ],
      features: [permissions],
    });
    try {
      const fleet = await world.plugin.liveClient.getFleet();
      expect(fleet.rows.map(({ entityRef }) => entityRef)).toEqual([
        'component:default/fraud',
      ]);
      expect(fleet.topics).toHaveLength(1);
      expect(JSON.stringify(fleet)).not.toContain('secret');
      await expect(
        world.plugin.liveClient.getEnvironments(refOf('secret')),
      ).rejects.toThrow('403');
      await expect(
        world.plugin.liveClient.getReleases(refOf('secret')),
      ).rejects.toThrow('403');
    } finally {
      await world.stop();
    }
  });
});
