import { KubernetesObject } from '../../cluster/KubernetesObject';
import {
  createTestWorkloads,
  inDefault,
  isReady,
  podTemplate,
} from '../__testUtils__/TestWorkloads';

const deployment = (image: string, spec = {}) =>
  inDefault('apps/v1', 'Deployment', 'churn', {
    replicas: 4,
    selector: { matchLabels: { app: 'churn' } },
    template: podTemplate('churn', image),
    ...spec,
  });

const setImage = (image: string) => ({
  spec: { template: podTemplate('churn', image) },
});

const conditionOf = (object: KubernetesObject | undefined, type: string) => {
  const conditions = object?.status?.conditions as { type: string }[];
  return conditions.find(condition => condition.type === type);
};

describe('deploymentController', () => {
  it('rolls from one template to the next, and always serves', () => {
    const { store, clock, podsBy, make, errors } = createTestWorkloads();
    make(deployment('models/churn:v1'));
    clock.advance(10_000);
    const now = () => store.get('Deployment', 'default', 'churn');
    expect(now()?.metadata.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '1',
    });
    store.patch('Deployment', 'default', 'churn', setImage('models/churn:v2'));
    for (let passed = 0; passed < 30_000; passed += 250) {
      clock.advance(250);
      const pods = podsBy('app', 'churn');
      expect(pods.filter(isReady).length).toBeGreaterThanOrEqual(3);
      expect(pods.length).toBeLessThanOrEqual(5);
    }
    const images = podsBy('app', 'churn').map(pod =>
      JSON.stringify(pod.spec?.containers),
    );
    expect(images).toEqual(
      Array(4).fill('[{"name":"predictor","image":"models/churn:v2"}]'),
    );
    expect(now()?.metadata.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '2',
    });
    expect(now()?.status).toMatchObject({
      observedGeneration: 2,
      replicas: 4,
      updatedReplicas: 4,
      readyReplicas: 4,
      availableReplicas: 4,
    });
    expect(conditionOf(now(), 'Available')).toMatchObject({
      status: 'True',
      reason: 'MinimumReplicasAvailable',
    });
    expect(conditionOf(now(), 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
    });
    expect(errors).toEqual([]);
  });

  it('goes back to the ReplicaSet that it had', () => {
    const { store, clock, make } = createTestWorkloads();
    make(deployment('models/churn:v1'));
    clock.advance(10_000);
    const [first] = store.list('ReplicaSet');
    store.patch('Deployment', 'default', 'churn', setImage('models/churn:v2'));
    clock.advance(30_000);
    store.patch('Deployment', 'default', 'churn', setImage('models/churn:v1'));
    clock.advance(30_000);
    const sizes = store
      .list('ReplicaSet')
      .map(({ metadata, spec }) => [
        metadata.uid === first.metadata.uid,
        spec?.replicas,
        metadata.annotations?.['deployment.kubernetes.io/revision'],
      ]);
    expect(sizes).toHaveLength(2);
    expect(sizes).toContainEqual([true, 4, '3']);
    expect(sizes).toContainEqual([false, 0, '2']);
  });

  it('keeps as many old ReplicaSets as it is told to', () => {
    const { store, clock, make } = createTestWorkloads();
    make(deployment('models/churn:v1', { revisionHistoryLimit: 1 }));
    for (const version of [2, 3, 4]) {
      clock.advance(30_000);
      const image = `models/churn:v${version}`;
      store.patch('Deployment', 'default', 'churn', setImage(image));
    }
    clock.advance(30_000);
    const revisions = store
      .list('ReplicaSet')
      .map(
        ({ metadata }) =>
          metadata.annotations?.['deployment.kubernetes.io/revision'],
      );
    expect(revisions.sort()).toEqual(['3', '4']);
  });

  it('says after its deadline that it does not get on', () => {
    const { store, clock, make } = createTestWorkloads();
    const template = podTemplate('churn');
    const volumes = [{ name: 'x', configMap: { name: 'not-there' } }];
    make(
      deployment('', {
        progressDeadlineSeconds: 60,
        template: { ...template, spec: { ...template.spec, volumes } },
      }),
    );
    const now = () => store.get('Deployment', 'default', 'churn');
    clock.advance(59_000);
    expect(conditionOf(now(), 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'ReplicaSetUpdated',
    });
    clock.advance(2000);
    expect(conditionOf(now(), 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
    });
    expect(conditionOf(now(), 'Available')).toMatchObject({ status: 'False' });
  });

  it('changes no template while it is paused', () => {
    const { store, clock, make } = createTestWorkloads();
    make(deployment('models/churn:v1'));
    clock.advance(10_000);
    store.patch('Deployment', 'default', 'churn', { spec: { paused: true } });
    store.patch('Deployment', 'default', 'churn', setImage('models/churn:v2'));
    clock.advance(30_000);
    expect(store.list('ReplicaSet')).toHaveLength(1);
  });
});
