import { createVirtualClock } from '../clock/createVirtualClock';
import { createClusterStore } from '../cluster/createClusterStore';
import { kinds } from '../cluster/kinds';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { startWorkloads } from '../workloads/startWorkloads';
import { Measured } from './Measure';
import { startRollouts } from './startRollouts';

const namespace = 'fraud-staging';

const service = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { selector: { app: 'fraud' }, ports: [{ name: 'http', port: 80 }] },
});

/** As the template's repository has it: no replicas, they are the autoscaler's. */
const objects: KubernetesObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  service('fraud-stable'),
  service('fraud-canary'),
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'fraud', namespace },
    spec: {
      rules: [
        {
          http: { paths: [{ backend: { service: { name: 'fraud-stable' } } }] },
        },
      ],
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'fraud-evaluation', namespace },
    spec: {
      args: [{ name: 'namespace' }],
      metrics: [
        {
          name: 'roc-auc',
          interval: '10s',
          count: 3,
          successCondition: 'result >= 0.8',
          provider: {
            web: {
              url: 'http://fraud-canary.{{args.namespace}}.svc/evaluation',
              jsonPath: '{$.roc_auc}',
            },
          },
        },
      ],
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'fraud', namespace },
    spec: {
      rollbackWindow: { revisions: 3 },
      selector: { matchLabels: { app: 'fraud' } },
      template: {
        metadata: { labels: { app: 'fraud' } },
        spec: { containers: [{ name: 'inference', image: 'fraud:v1' }] },
      },
      strategy: {
        canary: {
          stableService: 'fraud-stable',
          canaryService: 'fraud-canary',
          trafficRouting: { nginx: { stableIngress: 'fraud' } },
          steps: [
            { setWeight: 10 },
            { pause: { duration: '30s' } },
            {
              analysis: {
                templates: [{ templateName: 'fraud-evaluation' }],
                args: [
                  {
                    name: 'namespace',
                    valueFrom: {
                      fieldRef: { fieldPath: 'metadata.namespace' },
                    },
                  },
                ],
              },
            },
            { setWeight: 50 },
            { pause: { duration: '60s' } },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'fraud', namespace },
    spec: {
      scaleTargetRef: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        name: 'fraud',
      },
      minReplicas: 2,
      maxReplicas: 6,
    },
  },
];

function startCluster() {
  const clock = createVirtualClock(Date.parse('2026-11-21T08:00:00Z'));
  const store = createClusterStore(clock);
  const errors: unknown[] = [];
  const urls: unknown[] = [];
  const answer: { measured: Measured } = {
    measured: { phase: 'Successful', value: '0.9' },
  };
  const context = { store, clock, onError: (e: unknown) => errors.push(e) };
  startWorkloads(context);
  startRollouts({
    ...context,
    measure: async metric => {
      urls.push(metric.provider.web);
      return answer.measured;
    },
  });
  for (const object of objects) store.create(object);
  const ask = (image: string) =>
    store.patch('Rollout', namespace, 'fraud', {
      spec: {
        template: { spec: { containers: [{ name: 'inference', image }] } },
      },
    });
  const wait = async (seconds: number) => {
    await clock.advanceSettled(seconds * 1000);
    if (errors.length > 0) throw errors[0];
  };
  const look = () => {
    const { status } = store.get('Rollout', namespace, 'fraud') ?? {};
    return [status?.phase, status?.currentStepIndex];
  };
  const images = () =>
    store
      .list('Pod', { namespace })
      .map(
        ({ spec }) => JSON.stringify(spec?.containers).match(/fraud:v\d/)?.[0],
      )
      .sort();
  return { store, answer, urls, ask, wait, look, images };
}

describe('the controllers of a cluster together', () => {
  it('carry a release of the template’s repository through its canary', async () => {
    const { store, urls, ask, wait, look, images } = startCluster();
    await wait(60);
    expect(look()).toEqual(['Healthy', 5]);
    expect(images()).toEqual(['fraud:v1', 'fraud:v1']);
    ask('fraud:v2');
    await wait(20);
    expect(look()).toEqual(['Paused', 1]);
    expect(images()).toEqual(['fraud:v1', 'fraud:v1', 'fraud:v2']);
    const ingress = store.get('Ingress', namespace, 'fraud-fraud-canary');
    expect(ingress?.metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/canary': 'true',
      'nginx.ingress.kubernetes.io/canary-weight': '10',
    });
    expect(JSON.stringify(ingress?.spec)).toContain('"fraud-canary"');
    await wait(240);
    expect(look()).toEqual(['Healthy', 5]);
    expect(images()).toEqual(['fraud:v2', 'fraud:v2']);
    expect(urls[0]).toEqual({
      url: 'http://fraud-canary.fraud-staging.svc/evaluation',
      jsonPath: '{$.roc_auc}',
    });
  });

  it('mark all that they make as simulated, and no template of a pod', async () => {
    const { store, ask, wait } = startCluster();
    await wait(60);
    ask('fraud:v2');
    await wait(60);
    const made = kinds.flatMap(({ name }) => store.list(name));
    const kindsMade = new Set(made.map(({ kind }) => kind));
    for (const kind of ['Pod', 'ReplicaSet', 'AnalysisRun', 'Event']) {
      expect(kindsMade).toContain(kind);
    }
    for (const { metadata, spec } of made) {
      expect(metadata.annotations).toMatchObject({
        'demo.gitops-ml.io/simulated': 'true',
      });
      expect(JSON.stringify(spec ?? {})).not.toContain('demo.gitops-ml.io');
    }
  });

  it('leave the users with the old release when the new one is bad', async () => {
    const { store, answer, ask, wait, look, images } = startCluster();
    await wait(60);
    answer.measured = { phase: 'Failed', value: '0.61' };
    ask('fraud:v2');
    await wait(120);
    expect(look()).toEqual(['Degraded', 0]);
    expect(images()).toEqual(['fraud:v1', 'fraud:v1']);
    const { spec } = store.get('Service', namespace, 'fraud-canary') ?? {};
    const { status } = store.get('Rollout', namespace, 'fraud') ?? {};
    expect(spec?.selector).toEqual({
      app: 'fraud',
      'rollouts-pod-template-hash': status?.stableRS,
    });
  });
});
