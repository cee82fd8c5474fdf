import { mockServices } from '@backstage/backend-test-utils';
import { FakeObject } from './__testUtils__/FakeCluster';
import {
  createRollout,
  LiveWorld,
  startLiveWorld,
} from './__testUtils__/liveWorld';
import { refOf, until } from './__testUtils__/startPlugin';

const FRAUD = refOf('fraud');
const TARGET = { environment: 'staging', kind: 'Rollout', name: 'fraud' };

describe('an action', () => {
  let world: LiveWorld;

  afterEach(async () => {
    await world.stop();
  });

  const plan = (action: string) =>
    until(
      () =>
        world.plugin.liveClient
          .planAction(FRAUD, TARGET, action)
          .catch(() => undefined),
      answer => answer !== undefined,
    );

  it('is planned first, which changes nothing', async () => {
    world = await startLiveWorld();
    const planned = await plan('abort');
    expect(planned).toMatchObject({
      action: 'abort',
      done: false,
      patches: [{ subresource: 'status', body: { status: { abort: true } } }],
      target: { cluster: 'demo', namespace: 'fraud-staging', name: 'fraud' },
    });
    expect(world.cluster.patches).toEqual([]);
  });

  it('is confirmed by the new state of the object', async () => {
    world = await startLiveWorld();
    const planned = await plan('abort');
    world.cluster.onPatch = ({ kind }) => {
      if (kind !== 'Rollout') return;
      world.cluster.onPatch = () => {};
      world.cluster.put(
        createRollout({
          status: {
            abort: true,
            controllerPause: false,
            phase: 'Degraded',
            message: 'RolloutAborted',
            currentStepIndex: 0,
            pauseConditions: undefined,
          },
        }),
      );
    };
    const done = await world.plugin.liveClient.act(
      FRAUD,
      TARGET,
      'abort',
      planned?.target.resourceVersion ?? '',
    );
    expect(done).toMatchObject({
      done: true,
      result: { confirmed: true, phase: 'Degraded' },
    });
    expect(world.cluster.patches).toEqual([
      {
        path: '/apis/argoproj.io/v1alpha1/namespaces/fraud-staging/rollouts/fraud/status',
        body: { status: { abort: true } },
      },
    ]);
  });

  const act = (
    action: string,
    planned: { target: { resourceVersion: string } } | undefined,
  ) =>
    world.plugin.liveClient.act(
      FRAUD,
      TARGET,
      action,
      planned?.target.resourceVersion ?? '',
    );

  /** What the controller makes of a patch, once. */
  const answerPatch = (next: () => FakeObject) => {
    world.cluster.onPatch = ({ kind }) => {
      if (kind !== 'Rollout') return;
      world.cluster.onPatch = () => {};
      world.cluster.put(next());
    };
  };

  it('writes spec, then status, though the controller moves the object in between', async () => {
    world = await startLiveWorld();
    world.cluster.put(createRollout({ spec: { paused: true } }));
    const planned = await until(
      () => plan('promote'),
      answer => answer?.patches.length === 2,
    );
    answerPatch(() => createRollout({ spec: { paused: false } }));
    const done = act('promote', planned);
    await until(
      async () => world.cluster.patches.length,
      count => count === 2,
    );
    world.cluster.put(
      createRollout({
        status: {
          phase: 'Progressing',
          message: 'more replicas need to be updated',
          pauseConditions: undefined,
          controllerPause: false,
          currentStepIndex: 2,
        },
      }),
    );
    expect(await done).toMatchObject({
      result: { confirmed: true, phase: 'Progressing', step: { index: 2 } },
    });
    expect(world.cluster.patches).toEqual([
      {
        path: expect.stringMatching(/rollouts\/fraud$/),
        body: { spec: { paused: false } },
      },
      {
        path: expect.stringMatching(/rollouts\/fraud\/status$/),
        body: { status: { pauseConditions: null } },
      },
    ]);
  });

  it('writes all at once where Rollouts have no status subresource', async () => {
    world = await startLiveWorld();
    world.cluster.hasStatusSubresource = false;
    const planned = await plan('abort');
    answerPatch(() =>
      createRollout({ status: { abort: true, phase: 'Degraded' } }),
    );
    expect(await act('abort', planned)).toMatchObject({
      result: { confirmed: true },
    });
    expect(world.cluster.patches).toEqual([
      {
        path: '/apis/argoproj.io/v1alpha1/namespaces/fraud-staging/rollouts/fraud',
        body: { status: { abort: true } },
      },
    ]);
  });

  it('is written on behalf of the user, and read in the background as the plugin', async () => {
    world = await startLiveWorld();
    const planned = await plan('abort');
    answerPatch(() =>
      createRollout({ status: { abort: true, phase: 'Degraded' } }),
    );
    await act('abort', planned);
    const principals = (pattern: RegExp) =>
      new Set(
        world.cluster.tokens
          .filter(({ request }) => pattern.test(request))
          .map(({ token }) => JSON.parse(token.replace(/^[a-z-]+:/, ''))),
      );
    expect([...principals(/^PATCH/)]).toMatchObject([
      { obo: 'user:default/mock', target: 'kubernetes' },
    ]);
    for (const one of principals(/watch=true/)) {
      expect(JSON.stringify(one)).not.toContain('user:');
    }
  });

  it('says what the cluster refuses to whom it refuses it', async () => {
    world = await startLiveWorld();
    const planned = await plan('abort');
    world.cluster.forbidden = /^PATCH/;
    const error = await act('abort', planned).catch(thrown => thrown);
    expect(error).toMatchObject({ response: { status: 403 } });
    expect(String(error.body.error.message)).toContain(
      'Rollout fraud-staging/fraud',
    );
    expect(world.cluster.patches).toEqual([]);
  });

  it('is not there where the workload is gone', async () => {
    world = await startLiveWorld();
    const planned = await plan('abort');
    world.cluster.objects.delete('Rollout/fraud-staging/fraud');
    await expect(act('abort', planned)).rejects.toMatchObject({
      response: { status: 404 },
    });
  });

  it('gives up on a cluster that never answers', async () => {
    world = await startLiveWorld();
    const planned = await plan('abort');
    world.cluster.fault = 'hangs';
    await expect(act('abort', planned)).rejects.toMatchObject({
      response: { status: 503 },
    });
  });

  it('is recorded with who wanted it, also when it is refused', async () => {
    const success = jest.fn();
    const fail = jest.fn();
    const createEvent = jest.fn(async () => ({ success, fail }));
    world = await startLiveWorld({
      features: [mockServices.auditor.mock({ createEvent }).factory],
    });
    const planned = await plan('pause');
    expect(createEvent).not.toHaveBeenCalled();
    world.cluster.onPatch = ({ kind }) => {
      if (kind !== 'Rollout') return;
      world.cluster.onPatch = () => {};
      const rollout = world.cluster.get('Rollout', 'fraud-staging', 'fraud');
      world.cluster.put({ ...rollout, status: { phase: 'Paused' } });
    };
    await act('pause', planned);
    await expect(act('retry', planned)).rejects.toThrow();
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'delivery-act',
        meta: {
          action: 'pause',
          entityRef: 'component:default/fraud',
          environment: 'staging',
          workload: 'fraud',
        },
      }),
    );
    expect(success.mock.calls).toEqual([
      [
        {
          meta: {
            target: expect.objectContaining({ kind: 'Rollout', name: 'fraud' }),
            patches: [{ body: '{"spec":{"paused":true}}' }],
            result: expect.objectContaining({
              confirmed: true,
              phase: 'Paused',
            }),
          },
        },
      ],
    ]);
    expect(fail.mock.calls).toEqual([
      [{ error: expect.objectContaining({ name: 'ConflictError' }) }],
    ]);
  });

  it('is refused when the object has moved on since the plan', async () => {
    world = await startLiveWorld();
    const planned = await plan('promote');
    world.cluster.put(createRollout({ status: { currentStepIndex: 2 } }));
    await expect(
      world.plugin.liveClient.act(
        FRAUD,
        TARGET,
        'promote',
        planned?.target.resourceVersion ?? '',
      ),
    ).rejects.toMatchObject({ response: { status: 409 } });
    expect(world.cluster.patches).toEqual([]);
  });

  it.each([
    ['retry', 409],
    ['delete-everything', 400],
  ])('%s, which makes no sense now, answers %d', async (action, status) => {
    world = await startLiveWorld();
    await plan('abort');
    await expect(
      world.plugin.liveClient.planAction(FRAUD, TARGET, action),
    ).rejects.toMatchObject({ response: { status } });
  });
});
