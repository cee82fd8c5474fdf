import fc from 'fast-check';
import {
  createAnalysisRun,
  createReplicaSet,
  createRollout,
  createStepEvent,
  readOne,
} from './__testUtils__/createObjects';
import { readDeliveries } from './readDeliveries';

const NOW = '2026-11-21T12:00:00Z';

function read(...objects: unknown[]) {
  return readDeliveries(objects, { now: NOW });
}

describe('the step', () => {
  it('of index 0 is a step, with all others still to come', () => {
    const { step, steps } = readOne([
      createRollout({ status: { currentStepIndex: 0 } }),
    ]);
    expect(step).toEqual({ index: 0, count: 4 });
    expect(steps.map(({ state }) => state)).toEqual([
      'current',
      'later',
      'later',
      'later',
    ]);
  });

  it('that no controller has written is none, and the weights are those of the first', () => {
    const { step, weight, steps } = readOne([
      createRollout({
        status: { currentStepIndex: null, canary: {} },
      }),
    ]);
    expect(step).toBeUndefined();
    expect(weight).toEqual({ desired: 20, actual: 20 });
    expect(steps.every(({ state }) => state === 'later')).toBe(true);
  });

  it.each(['2', -1, 1.5, {}, true])(
    'that is %j is unknown, as are the weights, and named',
    currentStepIndex => {
      const { deliveries, problems } = read(
        createRollout({ status: { currentStepIndex } }),
      );
      expect(problems).toMatchObject([
        {
          path: 'Rollout/shop/churn',
          args: { where: 'status.currentStepIndex of Rollout shop/churn' },
        },
      ]);
      expect(deliveries[0]).toMatchObject({
        phase: 'Progressing',
        step: undefined,
        weight: undefined,
      });
      expect(deliveries[0].steps[0].state).toBe('unknown');
    },
  );

  it('beyond the last one is finished', () => {
    const { step, weight, steps } = readOne([
      createRollout({ status: { currentStepIndex: 4 } }),
    ]);
    expect(step).toEqual({ index: 4, count: 4 });
    expect(weight).toEqual({ desired: 100, actual: 100 });
    expect(steps.every(({ state }) => state === 'done')).toBe(true);
  });
});

describe('the weight', () => {
  it('of 0 is a weight', () => {
    const canary = { weights: { canary: { weight: 0 } } };
    const rollout = createRollout({
      canary: { steps: [{ pause: {} }, { setWeight: 10 }] },
      status: { currentStepIndex: 0, canary },
    });
    expect(readOne([rollout]).weight).toEqual({ desired: 0, actual: 0 });
  });

  it('is what is wanted where the router has reported none', () => {
    const { weight } = readOne([createRollout({ status: { canary: {} } })]);
    expect(weight).toEqual({ desired: 60, actual: 60 });
  });

  it('is unknown where the router reports no number', () => {
    const canary = { weights: { canary: { weight: 'all' } } };
    const { deliveries, problems } = read(
      createRollout({ status: { canary } }),
    );
    expect(deliveries[0].weight).toBeUndefined();
    expect(deliveries[0].step).toEqual({ index: 2, count: 4 });
    expect(problems.map(({ args }) => args?.where)).toEqual([
      'status.canary.weights.canary.weight of Rollout shop/churn',
    ]);
  });

  it('has the scale that the rollout names', () => {
    const trafficRouting = { maxTrafficWeight: 1000, istio: {} };
    const { weight, maxWeight, weightMeans } = readOne([
      createRollout({
        canary: { trafficRouting },
        status: { currentStepIndex: 4 },
      }),
    ]);
    expect(weight).toEqual({ desired: 1000, actual: 1000 });
    expect({ maxWeight, weightMeans }).toEqual({
      maxWeight: 1000,
      weightMeans: 'traffic',
    });
  });

  const withoutRouter = createRollout({
    canary: { trafficRouting: undefined },
    status: { availableReplicas: 3 },
  });

  it('without a router is the share of the available pods, cut to a whole', () => {
    const { weight, weightMeans } = readOne([
      withoutRouter,
      createReplicaSet('old', 1, { status: { availableReplicas: 2 } }),
      createReplicaSet('new', 2),
    ]);
    expect(weight).toEqual({ desired: 60, actual: 33 });
    expect(weightMeans).toBe('replicas');
  });

  it('without a router is 0 before the candidate has a ReplicaSet', () => {
    const { weight } = readOne([withoutRouter, createReplicaSet('old', 1)]);
    expect(weight).toEqual({ desired: 60, actual: 0 });
  });

  it('without a router is unknown where no ReplicaSet was given', () => {
    expect(readOne([withoutRouter]).weight).toBeUndefined();
  });

  it('that is wanted is 0 once it is aborted, the actual one stays until it is moved', () => {
    const { weight } = readOne([
      createRollout({ status: { abort: true, currentStepIndex: 0 } }),
    ]);
    expect(weight).toEqual({ desired: 0, actual: 20 });
  });

  it('is none for blue-green', () => {
    const { weight, step, strategy } = readOne([
      createRollout({ spec: { strategy: { blueGreen: {} } } }),
    ]);
    expect({ weight, step, strategy }).toEqual({
      weight: undefined,
      step: undefined,
      strategy: 'blue-green',
    });
  });
});

describe('revisions', () => {
  it('are told apart by their hash, newest first; without one they are earlier', () => {
    const { revisions } = readOne([
      createRollout(),
      createReplicaSet('old', 2),
      createReplicaSet('new', 3),
      createReplicaSet('older', 1, { metadata: { labels: {} } }),
    ]);
    expect(
      revisions.map(({ number, role, name }) => [number, role, name]),
    ).toEqual([
      [3, 'candidate', 'churn-new'],
      [2, 'stable', 'churn-old'],
      [1, 'earlier', 'churn-older'],
    ]);
  });

  it('of the API group of old are taken, too', () => {
    const apiVersion = 'extensions/v1beta1';
    const replicaSet = { ...createReplicaSet('new', 2), apiVersion };
    expect(readOne([createRollout(), replicaSet]).revisions).toHaveLength(1);
  });

  it('of another owner or namespace are not taken', () => {
    const other = { kind: 'Rollout', name: 'churn', uid: 'uid-other' };
    const { revisions } = readOne([
      createRollout(),
      createReplicaSet('new', 2, { metadata: { ownerReferences: [other] } }),
      createReplicaSet('old', 1, { metadata: { namespace: 'theirs' } }),
    ]);
    expect(revisions).toEqual([]);
  });

  it('say what their containers read whole, and the label of their model', () => {
    const { revisions } = readOne([
      createRollout(),
      createReplicaSet('new', 2, {
        template: {
          metadata: { annotations: { 'gitops-ml/model-version': 'v3' } },
          spec: {
            containers: [
              {
                image: 'churn:1',
                envFrom: [
                  { configMapRef: { name: 'churn-release-abc' } },
                  { secretRef: { name: 'password' } },
                ],
              },
            ],
          },
        },
      }),
    ]);
    expect(revisions[0]).toMatchObject({
      images: ['churn:1'],
      configMaps: ['churn-release-abc'],
      modelVersionLabel: 'v3',
    });
  });
});

describe('a pause', () => {
  const paused = (status: object, spec = {}) =>
    readOne([
      createRollout({
        spec,
        status: { phase: 'Paused', controllerPause: true, ...status },
      }),
    ]).paused;
  const startTime = '2026-11-21T11:59:20Z';

  it('of a length says when it ends, and how long that still is', () => {
    const pauseConditions = [{ reason: 'CanaryPauseStep', startTime }];
    expect(paused({ currentStepIndex: 1, pauseConditions })).toEqual({
      reason: 'CanaryPauseStep',
      since: startTime,
      until: '2026-11-21T12:00:20.000Z',
      remainingSeconds: 20,
    });
  });

  it('without one waits for somebody', () => {
    const pauseConditions = [{ reason: 'InconclusiveAnalysisRun', startTime }];
    expect(paused({ currentStepIndex: 3, pauseConditions })).toEqual({
      reason: 'InconclusiveAnalysisRun',
      since: startTime,
      until: undefined,
      remainingSeconds: undefined,
    });
  });

  it('by hand has no end, whatever the step says', () => {
    const pauseConditions = [{ reason: 'CanaryPauseStep', startTime }];
    const status = { currentStepIndex: 1, pauseConditions };
    expect(paused(status, { paused: true })).toMatchObject({
      reason: 'manually paused',
      until: undefined,
    });
  });
});

describe('what is no delivery that can be read', () => {
  it.each([
    ['flagger.app/v1beta1', 'Canary'],
    ['serving.kserve.io/v1beta1', 'InferenceService'],
  ])('%s %s is named as not supported', (apiVersion, kind) => {
    const metadata = { name: 'churn', namespace: 'shop' };
    const { deliveries, problems } = read({ apiVersion, kind, metadata });
    expect(deliveries).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'unsupported', path: `${kind}/shop/churn` },
    ]);
  });

  it.each([
    [undefined, 'objects[0]'],
    [[], 'objects[0]'],
    [{ kind: 'Rollout' }, 'apiVersion of objects[0]'],
    [{ apiVersion: 'v1', kind: 7 }, 'kind of objects[0]'],
    [
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a b' } },
      'metadata.name of Pod objects[0]',
    ],
    [
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 1 } },
      'metadata.namespace of Pod a',
    ],
  ])('%j is named, and the rest is read', (object, where) => {
    const { deliveries, problems } = read(object, createRollout());
    expect(problems).toMatchObject([
      { code: 'invalid-shape', args: { where } },
    ]);
    expect(deliveries.map(({ name }) => name)).toEqual(['churn']);
  });

  it('of another API of the same kind is passed over', () => {
    const found = read({ ...createRollout(), apiVersion: 'example.org/v1' });
    expect(found).toEqual({ deliveries: [], problems: [] });
  });

  it('a Deployment that only lends a Rollout its template is passed over', () => {
    const metadata = { name: 'template', namespace: 'shop' };
    const { deliveries } = read(
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata },
      createRollout({ spec: { workloadRef: { name: 'template' } } }),
    );
    expect(deliveries.map(({ kind }) => kind)).toEqual(['Rollout']);
  });

  it('a list of a thousand steps and more is cut, and that is said', () => {
    const steps = Array.from({ length: 1_200 }, () => ({ setWeight: 1 }));
    const { deliveries, problems } = read(createRollout({ canary: { steps } }));
    expect(problems).toMatchObject([{ code: 'limit-exceeded' }]);
    expect(deliveries[0].steps).toHaveLength(1_000);
  });
});

it('takes the last of two states of an object', () => {
  const { phase } = readOne([
    createRollout(),
    createRollout({ status: { phase: 'Healthy', message: '' } }),
  ]);
  expect(phase).toBe('Healthy');
});

it('hides credentials in a message and in what a step says', () => {
  const args = [
    { name: 'api-token', value: 'hunter2' },
    { name: 'address', value: 'https://me:hunter2@host/path' },
  ];
  const delivery = readOne([
    createRollout({
      canary: {
        steps: [
          { analysis: { args } },
          { plugin: { config: { password: 'hunter2' } } },
        ],
      },
      status: { message: 'Get "https://me:hunter2@host/": refused' },
    }),
  ]);
  expect(JSON.stringify(delivery)).not.toContain('hunter2');
  expect(delivery.message).toBe('Get "https://host/": refused');
  expect(delivery.steps[0].value).toEqual({
    args: [
      { name: 'api-token', value: '***' },
      { name: 'address', value: 'https://host/path' },
    ],
  });
});

/** Puts anything at one place of an object. */
function damage(object: unknown, path: number[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof object !== 'object' || object === null) {
    return value;
  }
  const entries = Object.entries(object);
  const at = entries.length === 0 ? -1 : first % entries.length;
  const changed = entries.map(([key, each], index) => [
    key,
    index === at ? damage(each, rest, value) : each,
  ]);
  return Array.isArray(object)
    ? changed.map(([, each]) => each)
    : Object.fromEntries(changed);
}

it('never throws, whatever stands in a field', () => {
  const objects = [
    createRollout({
      status: { abort: true, pauseConditions: [{ reason: 'CanaryPauseStep' }] },
    }),
    createReplicaSet('new', 2),
    createAnalysisRun({
      status: { metricResults: [{ name: 'accuracy', measurements: [{}] }] },
    }),
    createStepEvent(1, NOW),
  ];
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
      fc.oneof(fc.anything(), fc.jsonValue()),
      (path, value) => {
        const damaged = objects.map(object => damage(object, path, value));
        const { deliveries } = readDeliveries([...damaged, value], {
          now: NOW,
        });
        expect(deliveries.length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 500 },
  );
});
