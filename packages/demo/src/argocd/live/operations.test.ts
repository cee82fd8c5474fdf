import { KubernetesObject } from '../../cluster/KubernetesObject';
import { LiveWorld } from './__testUtils__/LiveWorld';

const automated = { prune: true, selfHeal: true };

const hook = (type: string, annotations = {}): KubernetesObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: {
    name: type.toLowerCase(),
    annotations: { 'argocd.argoproj.io/hook': type, ...annotations },
  },
  spec: { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } },
});

const config = (
  name: string,
  annotations?: Record<string, string>,
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...(annotations && { annotations }) },
  data: { key: 'value' },
});

const failingFeatures = { features: 'f2', isBroken: true };

describe('an overlay that does not render', () => {
  const message = 'Failed to load target state: no such file';

  it('is Unknown with a ComparisonError that says why, its health unchanged and nothing touched', async () => {
    const world = new LiveWorld({ automated });
    world.commit({}, [config('a')]);
    await world.register();
    await world.pass(10);
    world.commitBroken(message);
    await world.pass(10);
    expect(world.state).toEqual({
      sync: 'Unknown',
      health: 'Healthy',
      operation: 'Succeeded',
      conditions: ['ComparisonError'],
    });
    expect(world.application.status.conditions?.[0].message).toBe(message);
    expect(world.revision).toBe('main');
    expect(world.find('ConfigMap', 'a')).toBeDefined();
  });

  it('ends a requested sync in phase Error', async () => {
    const world = new LiveWorld();
    world.commitBroken(message);
    await world.register();
    world.requestSync();
    await world.pass(5);
    expect(world.state.operation).toBe('Error');
    expect(world.message).toBe(`ComparisonError: ${message}`);
    expect(world.application.operation).toBeUndefined();
  });

  it('is synced once it is repaired', async () => {
    const world = new LiveWorld({ automated });
    world.commitBroken(message);
    await world.register();
    await world.pass(5);
    world.commit({}, [config('a')]);
    await world.pass(10);
    expect(world.state).toEqual({
      sync: 'Synced',
      health: 'Healthy',
      operation: 'Succeeded',
      conditions: [],
    });
  });
});

describe('a failed sync', () => {
  it('is tried again as often as its policy says, each attempt later', async () => {
    const world = new LiveWorld({
      automated,
      retry: { limit: 2, backoff: { duration: '10s', factor: 2 } },
    });
    world.commit(failingFeatures);
    await world.register();
    await world.pass(14);
    expect(world.message).toBe(
      'one or more synchronization tasks completed unsuccessfully. Retrying attempt #1 at 8:00AM.',
    );
    await world.pass(60);
    expect(world.application.status.operationState?.retryCount).toBe(2);
    expect(world.message).toBe(
      'one or more synchronization tasks completed unsuccessfully (retried 2 times).',
    );
  });

  it('is tried again at the newest commit with refresh, at the old one without', async () => {
    const [refreshed, stubborn] = [true, undefined].map(
      refresh =>
        new LiveWorld({
          automated,
          retry: { limit: 3, refresh, backoff: { duration: '10s' } },
        }),
    );
    for (const world of [refreshed, stubborn]) {
      world.commit(failingFeatures);
      await world.register();
      await world.pass(14);
      world.commit({ features: 'f3' });
      await world.pass(30);
    }
    const fixed = '2'.padStart(40, '0');
    expect(refreshed.state.operation).toBe('Succeeded');
    expect(refreshed.history.map(entry => entry.revision)).toEqual([fixed]);
    expect(stubborn.history).toEqual([]);
  });

  it('is not healed: a deleted Service stays away', async () => {
    const world = new LiveWorld({ automated, retry: { limit: 0 } });
    world.commit({});
    await world.register();
    await world.pass(40);
    world.commit(failingFeatures);
    await world.pass(30);
    world.store.delete('Service', 'churn-staging', 'churn-canary');
    await world.pass(30);
    expect(world.find('Service', 'churn-canary')).toBeUndefined();
    expect(world.state.conditions).toEqual(['SyncError']);
  });
});

describe('hooks', () => {
  it('run in their phases, around the resources', async () => {
    const world = new LiveWorld({ automated });
    world.commit({}, [hook('PostSync'), config('a'), hook('PreSync')]);
    await world.register();
    await world.pass(4);
    expect(world.jobs).toEqual(['presync']);
    expect(world.find('ConfigMap', 'a')).toBeUndefined();
    await world.pass(10);
    expect(world.find('ConfigMap', 'a')).toBeDefined();
    expect(world.jobs).toEqual(['presync', 'postsync']);
    await world.pass(20);
    expect(world.state.operation).toBe('Succeeded');
  });

  it('of SyncFail run after a failure only', async () => {
    const world = new LiveWorld({ automated, retry: { limit: 0 } });
    const bad = { ...config('a'), kind: 'Service', spec: {} };
    world.commit({}, [
      hook('SyncFail'),
      { ...bad, metadata: { name: 'Not A Name' } },
    ]);
    await world.register();
    await world.pass(5);
    expect(world.jobs).toEqual(['syncfail']);
    await world.pass(10);
    expect(world.state.operation).toBe('Failed');
    expect(world.message).toContain(
      'one or more synchronization tasks completed unsuccessfully, reason: ',
    );
  });

  it.each([
    ['HookSucceeded', false],
    ['HookFailed', true],
    ['BeforeHookCreation', true],
  ])('with %s are there after a success: %s', async (policy, isThere) => {
    const world = new LiveWorld({ automated });
    const annotations = { 'argocd.argoproj.io/hook-delete-policy': policy };
    world.commit({}, [hook('PreSync', annotations), config('a')]);
    await world.register();
    await world.pass(30);
    expect(world.state.operation).toBe('Succeeded');
    expect(world.find('Job', 'presync') !== undefined).toBe(isThere);
  });
});

describe('what Git no longer has', () => {
  it.each([
    [{ prune: true }, undefined, false, 'Synced'],
    [{}, undefined, true, 'OutOfSync'],
    [
      { prune: true },
      { 'argocd.argoproj.io/sync-options': 'Prune=false' },
      true,
      'OutOfSync',
    ],
    [
      { prune: true },
      {
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      },
      true,
      'Synced',
    ],
  ])(
    'with %j and %j stays: %s, and is %s',
    async (policy, annotations, stays, sync) => {
      const world = new LiveWorld({ automated: policy });
      world.commit({}, [config('a', annotations), config('b')]);
      await world.register();
      await world.pass(10);
      world.commit({}, [config('b')]);
      await world.pass(20);
      expect(world.find('ConfigMap', 'a') !== undefined).toBe(stays);
      expect(world.state.sync).toBe(sync);
    },
  );

  it('is not pruned where everything would go', async () => {
    const world = new LiveWorld({ automated });
    world.commit({}, [config('a')]);
    await world.register();
    await world.pass(10);
    world.commit({}, []);
    await world.pass(10);
    expect(world.find('ConfigMap', 'a')).toBeDefined();
    expect(world.state.conditions).toEqual(['SyncError']);
  });
});

describe('refusals', () => {
  it('a namespace that the project does not permit fails before anything is made', async () => {
    const world = new LiveWorld({ automated, retry: { limit: 0 } });
    world.refused = 'Namespace';
    world.commit({}, [config('a')]);
    await world.register();
    await world.pass(5);
    expect(world.message).toBe(
      'one or more synchronization tasks are not valid',
    );
    expect(world.find('ConfigMap', 'a')).toBeUndefined();
  });

  it('a destination that the project does not allow is an InvalidSpecError, and nothing is known', async () => {
    const world = new LiveWorld({ automated });
    world.invalid = ['application destination is not permitted'];
    world.commit({}, [config('a')]);
    await world.register();
    await world.pass(5);
    expect(world.state).toEqual({
      sync: 'Unknown',
      health: 'Unknown',
      operation: undefined,
      conditions: ['InvalidSpecError'],
    });
    world.requestSync();
    await world.pass(5);
    expect(world.state.operation).toBe('Error');
  });

  it('Force with ServerSideApply for the whole application is refused', async () => {
    const world = new LiveWorld({
      automated,
      retry: { limit: 0 },
      syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
    });
    world.commit({}, [
      config('a', { 'argocd.argoproj.io/sync-options': 'Force=true' }),
    ]);
    await world.register();
    await world.pass(5);
    expect(world.message).toBe(
      'one or more objects failed to apply, reason: error validating options: --force cannot be used with --server-side',
    );
  });

  it('a changed Job without Force is refused, for its template can not change', async () => {
    const world = new LiveWorld({ automated, retry: { limit: 0 } });
    const job = hook('x');
    const plain = (image: string) => ({
      ...job,
      metadata: { name: 'plain' },
      spec: { template: { spec: { containers: [{ name: 'a', image }] } } },
    });
    world.commit({}, [plain('a:1')]);
    await world.register();
    await world.pass(20);
    world.commit({}, [plain('a:2')]);
    await world.pass(20);
    expect(world.jobs).toEqual(['plain']);
    expect(world.message).toContain('field is immutable');
  });
});

it('keeps the last ten deployments', async () => {
  const world = new LiveWorld({ automated });
  world.commit({}, [config('a0')]);
  await world.register();
  for (let at = 1; at < 13; at++) {
    world.commit({}, [config('a'), config(`a${at}`)]);
    await world.pass(10);
  }
  const ids = world.history.map(({ id }) => id);
  expect(ids).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

it('heals again and again, but ever later', async () => {
  const world = new LiveWorld({ automated });
  world.commit({}, [config('a'), config('b')]);
  await world.register();
  await world.pass(10);
  const healed: number[] = [];
  world.store.watch(({ type, object }) => {
    if (object.metadata.name !== 'a') return;
    if (type === 'ADDED') {
      healed.push(world.clock.now());
      world.clock.setTimer(100, () =>
        world.store.delete('ConfigMap', 'churn-staging', 'a'),
      );
    }
  });
  world.store.delete('ConfigMap', 'churn-staging', 'a');
  await world.pass(40);
  const gaps = healed.slice(1).map((at, index) => at - healed[index]);
  expect(gaps.length).toBeGreaterThanOrEqual(3);
  expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
});

it('keeps what others add, and ends an operation that is told to end', async () => {
  const world = new LiveWorld({ automated });
  world.commit({});
  await world.register();
  await world.pass(5);
  const { object, status, operation } = world.application;
  world.store.update({
    ...object,
    operation: JSON.parse(JSON.stringify(operation)),
    status: JSON.parse(
      JSON.stringify({
        ...status,
        operationState: { ...status.operationState, phase: 'Terminating' },
      }),
    ),
  });
  await world.pass(2);
  expect(world.state.operation).toBe('Failed');
  expect(world.message).toBe('Operation terminated');
  expect(world.application.operation).toBeUndefined();
});
