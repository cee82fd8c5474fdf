import {
  createTestWorkloads,
  inDefault,
  isReady,
  podTemplate,
} from './__testUtils__/TestWorkloads';

const replicaSet = (replicas: number | undefined, spec = {}) =>
  inDefault('apps/v1', 'ReplicaSet', 'churn-1', {
    ...(replicas !== undefined && { replicas }),
    selector: { matchLabels: { app: 'churn' } },
    template: podTemplate('churn'),
    ...spec,
  });

describe('replicaSetController', () => {
  it('makes the pods that are wanted, and counts them as they become ready', () => {
    const { store, clock, podsBy, make, errors } = createTestWorkloads();
    make(replicaSet(3));
    clock.advance(0);
    expect(podsBy('app', 'churn')).toHaveLength(3);
    const statusNow = () =>
      store.get('ReplicaSet', 'default', 'churn-1')?.status;
    expect(statusNow()).toEqual({
      replicas: 3,
      fullyLabeledReplicas: 3,
      observedGeneration: 1,
    });
    clock.advance(1499);
    expect(podsBy('app', 'churn').some(isReady)).toBe(false);
    clock.advance(1001);
    expect(podsBy('app', 'churn').every(isReady)).toBe(true);
    expect(statusNow()).toEqual({
      replicas: 3,
      fullyLabeledReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      observedGeneration: 1,
    });
    expect(errors).toEqual([]);
  });

  it('makes one pod where no number is given', () => {
    const { clock, podsBy, make } = createTestWorkloads();
    make(replicaSet(undefined));
    clock.advance(0);
    expect(podsBy('app', 'churn')).toHaveLength(1);
  });

  it('makes none where none is wanted', () => {
    const { store, clock, podsBy, make } = createTestWorkloads();
    make(replicaSet(0));
    clock.advance(5000);
    expect(podsBy('app', 'churn')).toEqual([]);
    expect(store.get('ReplicaSet', 'default', 'churn-1')?.status).toEqual({
      replicas: 0,
      observedGeneration: 1,
    });
  });

  it('takes pods away that are not ready before those that serve', () => {
    const { store, clock, podsBy, make } = createTestWorkloads();
    make(replicaSet(2));
    clock.advance(5000);
    const serving = podsBy('app', 'churn').map(pod => pod.metadata.name);
    store.patch('ReplicaSet', 'default', 'churn-1', { spec: { replicas: 4 } });
    clock.advance(100);
    store.patch('ReplicaSet', 'default', 'churn-1', { spec: { replicas: 2 } });
    clock.advance(100);
    expect(podsBy('app', 'churn').map(pod => pod.metadata.name)).toEqual(
      serving,
    );
  });

  it('replaces a pod that was deleted', () => {
    const { store, clock, podsBy, make } = createTestWorkloads();
    make(replicaSet(1));
    clock.advance(5000);
    const [first] = podsBy('app', 'churn');
    store.delete('Pod', 'default', first.metadata.name);
    clock.advance(5000);
    const [second] = podsBy('app', 'churn');
    expect(second.metadata.uid).not.toBe(first.metadata.uid);
    expect(isReady(second)).toBe(true);
  });

  it('calls a pod available after it was ready for the wanted time', () => {
    const { store, clock, make } = createTestWorkloads();
    make(replicaSet(1, { minReadySeconds: 10 }));
    clock.advance(5000);
    const statusNow = () =>
      store.get('ReplicaSet', 'default', 'churn-1')?.status;
    expect(statusNow()).toMatchObject({ readyReplicas: 1 });
    expect(statusNow()).not.toHaveProperty('availableReplicas');
    clock.advance(10_000);
    expect(statusNow()).toMatchObject({ availableReplicas: 1 });
  });

  it('says what a pod waits for, and starts it once that is there', () => {
    const { store, clock, podsBy, make } = createTestWorkloads();
    const { metadata, spec } = podTemplate('churn');
    const [container] = spec.containers;
    const envFrom = [{ configMapRef: { name: 'release-abc' } }];
    const containers = [{ ...container, envFrom }];
    make(replicaSet(1, { template: { metadata, spec: { containers } } }));
    clock.advance(60_000);
    expect(podsBy('app', 'churn')[0].status).toMatchObject({
      phase: 'Pending',
      containerStatuses: [
        {
          ready: false,
          state: {
            waiting: {
              reason: 'CreateContainerConfigError',
              message: 'configmap "release-abc" not found',
            },
          },
        },
      ],
    });
    store.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'release-abc', namespace: 'default' },
    });
    clock.advance(5000);
    expect(podsBy('app', 'churn').every(isReady)).toBe(true);
  });

  it('leaves no pod behind', () => {
    const { store, clock, make } = createTestWorkloads();
    make(replicaSet(2));
    clock.advance(5000);
    store.delete('ReplicaSet', 'default', 'churn-1');
    clock.advance(5000);
    expect(store.list('Pod')).toEqual([]);
  });

  it('tells of an object that it cannot read, and goes on with others', () => {
    const { clock, podsBy, make, errors } = createTestWorkloads();
    make(inDefault('apps/v1', 'ReplicaSet', 'broken', { replicas: 'many' }));
    make(replicaSet(1));
    clock.advance(100);
    expect(podsBy('app', 'churn')).toHaveLength(1);
    expect(errors).toHaveLength(1);
  });
});
