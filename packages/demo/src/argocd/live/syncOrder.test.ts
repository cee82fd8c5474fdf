import { Commit } from './__testUtils__/goldenObjects';
import { LiveWorld } from './__testUtils__/LiveWorld';

const retry = { limit: 1, backoff: { duration: '3s', maxDuration: '5s' } };
const automated = { prune: true, selfHeal: true };

/** A world where a first commit has been synced and is Healthy. */
async function deploy(
  jobs: Commit['jobs'],
  options: { generatePaths?: string } = {},
): Promise<LiveWorld> {
  const world = new LiveWorld({ automated, retry, ...options });
  world.commit({ jobs });
  await world.register();
  await world.pass(40);
  world.settleRollout();
  await world.pass(1);
  expect(world.state).toEqual({
    sync: 'Synced',
    health: 'Healthy',
    operation: 'Succeeded',
    conditions: [],
  });
  world.jobs.length = 0;
  return world;
}

const generationOf = (world: LiveWorld) =>
  world.find('Rollout', 'churn')?.metadata.generation;

const both = ['feast-apply', 'feast-materialize'];

// Each row of the table in which the design of the generated repository was
// tried on a real control plane.
describe('what a real Argo CD does on', () => {
  it.each(['hooks', 'plain'] as const)(
    'a commit of documents: nothing (%s)',
    async jobs => {
      const world = await deploy(jobs);
      const history = world.history.length;
      const head = world.commit({ jobs });
      await world.pass(30);
      expect(world.jobs).toEqual([]);
      expect(world.history).toHaveLength(history);
      expect(world.revision).toBe(head);
      expect(world.state.sync).toBe('Synced');
    },
  );

  it('features alone without a ConfigMap, run as hooks: nothing, "Synced"', async () => {
    const world = await deploy('hooks without ConfigMap');
    world.commit({ jobs: 'hooks without ConfigMap', features: 'f2' });
    await world.pass(30);
    expect(world.jobs).toEqual([]);
    expect(world.state.sync).toBe('Synced');
  });

  it('features alone with a ConfigMap, run as hooks: they run', async () => {
    const world = await deploy('hooks');
    world.commit({ jobs: 'hooks', features: 'f2' });
    await world.pass(40);
    expect(world.jobs).toEqual(both);
    expect(world.state).toMatchObject({ sync: 'Synced', health: 'Healthy' });
  });

  it('features alone with plain Jobs: made anew, run in order, the Rollout untouched', async () => {
    const world = await deploy('plain');
    const generation = generationOf(world);
    const head = world.commit({ features: 'f2' });
    await world.pass(40);
    expect(world.jobs).toEqual(both);
    expect(generationOf(world)).toBe(generation);
    expect(world.find('ConfigMap', 'features-f1')).toBeUndefined();
    expect(world.state).toMatchObject({ sync: 'Synced', health: 'Healthy' });
    expect(world.history[world.history.length - 1].revision).toBe(head);
  });

  it.each([
    ['hooks', { deadline: 400 }, []],
    ['hooks', { feastImage: 'feast:v2' }, []],
    ['plain', { deadline: 400 }, both],
    ['plain', { feastImage: 'feast:v2' }, both],
  ] as const)(
    'the manifest or the image of the jobs alone (%s, %j): %j run',
    async (jobs, change, expected) => {
      const world = await deploy(jobs);
      world.commit({ jobs, ...change });
      await world.pass(40);
      expect(world.jobs).toEqual(expected);
      expect(world.state.sync).toBe('Synced');
    },
  );

  it.each([
    ['hooks', both],
    ['plain', []],
  ] as const)('a model alone (%s): %j run', async (jobs, expected) => {
    const world = await deploy(jobs);
    const generation = generationOf(world) ?? 0;
    world.commit({ jobs, model: 'm2' });
    await world.pass(40);
    expect(world.jobs).toEqual(expected);
    expect(generationOf(world)).toBe(generation + 1);
    expect(world.find('ConfigMap', 'release-m1')).toBeDefined();
    expect(world.state.sync).toBe('Synced');
    expect(world.drift).toEqual(['ConfigMap release-m1']);
  });

  it.each(['hooks', 'plain'] as const)(
    'a failing job with features and model (%s): Failed, the Rollout untouched',
    async jobs => {
      const world = await deploy(jobs);
      const generation = generationOf(world);
      world.commit({ jobs, features: 'f2', isBroken: true, model: 'm2' });
      await world.pass(60);
      expect(generationOf(world)).toBe(generation);
      expect(world.state).toEqual({
        sync: 'OutOfSync',
        health: jobs === 'plain' ? 'Degraded' : 'Healthy',
        operation: 'Failed',
        conditions: ['SyncError'],
      });
      expect(world.message).toBe(
        'one or more synchronization tasks completed unsuccessfully (retried 1 times).',
      );
    },
  );

  it.each([
    ['hooks', { sync: 'Synced', health: 'Healthy', conditions: [] }],
    [
      'plain',
      { sync: 'OutOfSync', health: 'Degraded', conditions: ['SyncError'] },
    ],
  ] as const)(
    'a failing job with features alone (%s): %j',
    async (jobs, expected) => {
      const world = await deploy(jobs);
      world.commit({ jobs, features: 'f2', isBroken: true });
      await world.pass(60);
      expect(world.state).toEqual({ ...expected, operation: 'Failed' });
    },
  );

  describe('the next commit after a failed job', () => {
    const broken = { features: 'f2', isBroken: true };

    it('hooks, of documents: nothing', async () => {
      const world = await deploy('hooks');
      world.commit({ jobs: 'hooks', ...broken });
      await world.pass(60);
      world.jobs.length = 0;
      world.commit({ jobs: 'hooks', ...broken });
      await world.pass(30);
      expect(world.jobs).toEqual([]);
    });

    it('hooks, of a model: blocked by the job that fails again', async () => {
      const world = await deploy('hooks');
      const generation = generationOf(world);
      world.commit({ jobs: 'hooks', ...broken });
      await world.pass(60);
      world.jobs.length = 0;
      world.commit({ jobs: 'hooks', ...broken, model: 'm2' });
      await world.pass(60);
      expect(world.jobs).toEqual(['feast-apply', 'feast-apply']);
      expect(generationOf(world)).toBe(generation);
      expect(world.state.operation).toBe('Failed');
    });

    it.each([{}, { model: 'm2' }])(
      'plain Jobs, %j: blocked, for the failed Job is waited for',
      async change => {
        const world = await deploy('plain');
        const generation = generationOf(world);
        world.commit(broken);
        await world.pass(60);
        world.jobs.length = 0;
        const head = world.commit({ ...broken, ...change });
        await world.pass(60);
        expect(world.jobs).toEqual([]);
        expect(generationOf(world)).toBe(generation);
        expect(world.state).toMatchObject({
          health: 'Degraded',
          operation: 'Failed',
        });
        expect(
          world.application.status.operationState?.syncResult?.revision,
        ).toBe(head);
      },
    );

    it('with manifest-generate-paths, of documents: not even tried', async () => {
      const world = await deploy('plain', { generatePaths: '/infra/base;.' });
      const failed = world.commit(broken);
      await world.pass(60);
      world.commit(broken);
      await world.pass(60);
      const { operationState } = world.application.status;
      expect(operationState?.syncResult?.revision).toBe(failed);
      expect(world.state.conditions).toEqual(['SyncError']);
    });
  });

  it.each(['hooks', 'plain'] as const)(
    'drift: healed by a partial sync, without hooks and with the Jobs kept (%s)',
    async jobs => {
      const world = await deploy(jobs);
      const history = world.history.length;
      world.store.delete('Service', 'churn-staging', 'churn-canary');
      await world.pass(10);
      expect(world.find('Service', 'churn-canary')).toBeDefined();
      expect(world.jobs).toEqual([]);
      expect(world.history).toHaveLength(history);
      const { operationState } = world.application.status;
      expect(operationState?.operation.sync).toMatchObject({
        autoHealAttemptsCount: 1,
      });
    },
  );

  it('drift after the head moved: healed by a whole sync, hooks and all', async () => {
    const world = await deploy('hooks');
    const head = world.commit({ jobs: 'hooks' });
    await world.pass(10);
    world.store.delete('Service', 'churn-staging', 'churn-canary');
    await world.pass(40);
    expect(world.jobs).toEqual(both);
    expect(world.history[world.history.length - 1].revision).toBe(head);
  });

  it.each([
    ['hooks', both],
    ['plain', []],
  ] as const)('a sync by hand (%s): %j run', async (jobs, expected) => {
    const world = await deploy(jobs);
    world.requestSync();
    await world.pass(40);
    expect(world.jobs).toEqual(expected);
    expect(world.state.operation).toBe('Succeeded');
  });

  it.each(['hooks', 'plain'] as const)(
    'a revert: the jobs run with the definitions from before (%s)',
    async jobs => {
      const world = await deploy(jobs);
      world.commit({ jobs, features: 'f2', model: 'm2' });
      await world.pass(40);
      world.jobs.length = 0;
      world.commit({ jobs });
      await world.pass(40);
      expect(world.jobs).toEqual(both);
      const job = JSON.stringify(world.find('Job', 'feast-apply')?.spec);
      expect(job).toContain('features-f1');
    },
  );

  it('a Job deleted by hand: self-heal makes it again', async () => {
    const world = await deploy('plain');
    world.store.delete('Job', 'churn-staging', 'feast-apply');
    await world.pass(12);
    expect(world.jobs).toEqual(['feast-apply']);
    expect(world.state).toMatchObject({ sync: 'Synced', health: 'Healthy' });
  });

  it('waits for the health of each wave before the next one', async () => {
    const world = new LiveWorld({ automated, retry });
    world.commit({});
    await world.register();
    await world.pass(8);
    expect(world.jobs).toEqual(['feast-apply']);
    expect(world.find('Rollout', 'churn')).toBeUndefined();
    expect(world.message).toBe(
      'waiting for healthy state of batch/Job/feast-apply',
    );
  });
});
