import {
  createTestWorkloads,
  inDefault,
  podTemplate,
} from './__testUtils__/TestWorkloads';

const autoscaler = inDefault(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'churn',
  {
    minReplicas: 2,
    maxReplicas: 4,
    scaleTargetRef: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      name: 'churn',
    },
  },
);

const rollout = (replicas: number | undefined) =>
  inDefault('argoproj.io/v1alpha1', 'Rollout', 'churn', {
    ...(replicas !== undefined && { replicas }),
    template: podTemplate('churn'),
  });

describe('autoscalerController', () => {
  it.each<[string, number | undefined, number]>([
    ['none given', undefined, 2],
    ['too few', 1, 2],
    ['as many as there may be', 3, 3],
    ['too many', 9, 4],
    ['none wanted, which switches it off', 0, 0],
  ])('%s', (_what, given, expected) => {
    const { store, clock, make, errors } = createTestWorkloads();
    make(autoscaler);
    clock.advance(100);
    make(rollout(given));
    clock.advance(100);
    const target = store.get('Rollout', 'default', 'churn');
    expect(target?.spec?.replicas).toBe(expected);
    expect(
      store.get('HorizontalPodAutoscaler', 'default', 'churn')?.status,
    ).toMatchObject({
      currentReplicas: expected,
      desiredReplicas: expected,
      conditions: [{ type: 'AbleToScale', status: 'True' }],
    });
    expect(errors).toEqual([]);
  });

  it('says what it does not find', () => {
    const { store, clock, make } = createTestWorkloads();
    make(autoscaler);
    clock.advance(100);
    expect(
      store.get('HorizontalPodAutoscaler', 'default', 'churn')?.status,
    ).toMatchObject({
      conditions: [
        { type: 'AbleToScale', status: 'False', reason: 'FailedGetScale' },
      ],
    });
  });
});
