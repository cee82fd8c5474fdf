import { mockServices } from '@backstage/backend-test-utils';
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

  it('goes on with its second patch though the controller acted on the first', async () => {
    world = await startLiveWorld();
    const paused = createRollout({
      status: {
        phase: 'Paused',
        controllerPause: true,
        currentStepIndex: 1,
        pauseConditions: [
          { reason: 'CanaryPauseStep', startTime: '2026-11-21T08:00:00Z' },
        ],
      },
    });
    world.cluster.put({
      ...paused,
      spec: { ...Object(paused.spec), paused: true },
    });
    const planned = await until(
      () => plan('promote'),
      answer => answer?.patches.length === 2,
    );
    world.cluster.onPatch = patched => {
      if (patched.kind !== 'Rollout') return;
      world.cluster.onPatch = () => {};
      world.cluster.put({
        ...patched,
        status: { ...Object(patched.status), currentStepIndex: 2 },
      });
    };
    const done = await world.plugin.liveClient.act(
      FRAUD,
      TARGET,
      'promote',
      planned?.target.resourceVersion ?? '',
    );
    expect(done.result?.confirmed).toBe(true);
    expect(world.cluster.patches.map(({ body }) => body)).toEqual([
      { spec: { paused: false } },
      { status: { pauseConditions: null } },
    ]);
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
    const act = (action: string) =>
      world.plugin.liveClient.act(
        FRAUD,
        TARGET,
        action,
        planned?.target.resourceVersion ?? '',
      );
    world.cluster.onPatch = ({ kind }) => {
      if (kind !== 'Rollout') return;
      world.cluster.onPatch = () => {};
      const rollout = world.cluster.get('Rollout', 'fraud-staging', 'fraud');
      world.cluster.put({ ...rollout, status: { phase: 'Paused' } });
    };
    await act('pause');
    await expect(act('retry')).rejects.toThrow();
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
    expect(success).toHaveBeenCalledTimes(1);
    expect(fail).toHaveBeenCalledTimes(1);
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
