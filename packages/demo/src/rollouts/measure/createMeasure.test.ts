import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { createVirtualClock } from '../../clock/createVirtualClock';
import { ClusterStore } from '../../cluster/ClusterStore';
import { createClusterStore } from '../../cluster/createClusterStore';
import { md5Of } from '../../seed/dvc/hashes';
import { FEATURE_COLUMNS, featurize } from '../../seed/pipeline/featurize';
import { formatJson } from '../../seed/pipeline/formatJson';
import { makeTransactions } from '../../seed/pipeline/makeTransactions';
import { prepare } from '../../seed/pipeline/prepare';
import { formatRows, readRows } from '../../seed/pipeline/rows';
import { evaluate, Model } from '../../seed/pipeline/scoring';
import { train } from '../../seed/pipeline/train';
import { AnalysisRun, Metric } from '../contract';
import { HASH_LABEL } from '../reconcile/hashes';
import { createMeasure } from './createMeasure';
import { createObjectLoader } from './createObjectLoader';

const rows = featurize(
  prepare(readRows(makeTransactions('2026-02-01')), 1),
  7,
  20,
);
const features = formatRows(FEATURE_COLUMNS, rows);
const trained = train(
  rows.filter(row => row.split === 'train'),
  {
    epochs: 4,
    features: ['amount_cents', 'abroad', 'merchant_fraud_per_mille'],
    l2: 0.0001,
    learningRate: 0.05,
    positiveWeight: 4,
    threshold: 0.5,
  },
);
// A model that takes every sign for its opposite.
const inverted: Model = {
  ...trained,
  weights: trained.weights.map(weight => -weight),
};

const objects = new Map<string, string>();

function keep(text: string): string {
  const md5 = md5Of(text);
  objects.set(`/fraud/files/md5/${md5.slice(0, 2)}/${md5.slice(2)}`, text);
  return `md5:${md5}`;
}

const run: AnalysisRun = {
  metadata: {
    name: 'fraud-1-2-2',
    namespace: 'staging',
    uid: 'u',
    creationTimestamp: '2026-11-21T08:00:00Z',
  },
  spec: { metrics: [] },
};

const metric: Metric = {
  name: 'roc-auc',
  successCondition: 'result >= 0.7',
  provider: {
    web: {
      url: 'http://fraud-canary.staging.svc/evaluation',
      jsonPath: '{$.roc_auc}',
    },
  },
};

const withWeb = (web: Record<string, string>): Metric => ({
  ...metric,
  provider: {
    web: {
      url: 'http://fraud-canary.staging.svc/evaluation',
      jsonPath: '{$.roc_auc}',
      ...web,
    },
  },
});

let server: Server;
let url: string;
let asked: string[];
let store: ClusterStore;

function addRelease(name: string, model: Model, remote = `${url}/fraud`): void {
  store.create({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `release-${name}`, namespace: 'staging' },
    data: {
      MODEL_NAME: 'fraud',
      MODEL_VERSION: name,
      MODEL_HASH: keep(formatJson({ ...model })),
      DATA_HASH: keep(features),
      DVC_REMOTE_URL: remote,
    },
  });
  const labels = { app: 'fraud', [HASH_LABEL]: name };
  const owner = store.get('Rollout', 'staging', 'fraud');
  store.create({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `fraud-${name}`,
      namespace: 'staging',
      labels,
      ownerReferences: owner && [
        {
          apiVersion: owner.apiVersion,
          kind: owner.kind,
          name: owner.metadata.name,
          uid: owner.metadata.uid ?? '',
          controller: true,
        },
      ],
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'inference',
              envFrom: [{ configMapRef: { name: `release-${name}` } }],
            },
          ],
        },
      },
    },
    status: { replicas: 1, availableReplicas: 1 },
  });
  const object = store.get('ReplicaSet', 'staging', `fraud-${name}`);
  if (object) {
    const status = { replicas: 1, availableReplicas: 1 };
    store.updateStatus({ ...object, status });
  }
}

function addService(selector: Record<string, string>): void {
  store.create({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'fraud-canary', namespace: 'staging' },
    spec: { selector },
  });
}

const measure = (asked_: Metric = metric, isSpoiled = false) =>
  createMeasure({
    store,
    load: createObjectLoader(url),
    isSpoiled: () => isSpoiled,
  })(asked_, { run, namespace: 'staging' });

/** The Rollout that owns the releases' pods. */
function addRollout(stableRS: string): void {
  store.create({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'fraud', namespace: 'staging' },
    spec: {},
  });
  const object = store.get('Rollout', 'staging', 'fraud');
  if (object) store.updateStatus({ ...object, status: { stableRS } });
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const found = objects.get(path);
    response.writeHead(found === undefined ? 404 : 200).end(found);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
});

afterAll(() => server.close());

beforeEach(() => {
  asked = [];
  objects.clear();
  store = createClusterStore(createVirtualClock(0));
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'staging' },
  });
});

describe('createMeasure', () => {
  it('says of a fitted model what it is worth on the held-out rows', async () => {
    addRelease('good', trained);
    addService({ app: 'fraud', [HASH_LABEL]: 'good' });
    const { roc_auc: expected } = evaluate(
      trained,
      rows.filter(row => row.split === 'holdout'),
    );
    expect(expected).toBeGreaterThan(0.7);
    const { phase, value } = await measure();
    expect(phase).toBe('Successful');
    // The model's file has six places.
    expect(Number(value)).toBeCloseTo(expected, 4);
  });

  it('says of a bad model that it is bad', async () => {
    addRelease('bad', inverted);
    addService({ app: 'fraud', [HASH_LABEL]: 'bad' });
    const { phase, value } = await measure();
    expect(phase).toBe('Failed');
    expect(Number(value)).toBeLessThan(0.5);
  });

  it('evaluates a release on trial with spoiled weights, and says so', async () => {
    addRollout('old');
    addRelease('good', trained);
    addService({ app: 'fraud', [HASH_LABEL]: 'good' });
    const { phase, value, message } = await measure(metric, true);
    const { roc_auc: expected } = evaluate(
      inverted,
      rows.filter(row => row.split === 'holdout'),
    );
    expect(phase).toBe('Failed');
    expect(Number(value)).toBeCloseTo(expected, 4);
    expect(message).toMatch(/^the demo fault bad-model is on/);
  });

  it('spoils no release that is stable', async () => {
    addRollout('good');
    addRelease('good', trained);
    addService({ app: 'fraud', [HASH_LABEL]: 'good' });
    expect(await measure(metric, true)).toEqual(await measure());
  });

  it('knows what a release is worth again once it is no longer spoiled', async () => {
    addRollout('old');
    addRelease('good', trained);
    addService({ app: 'fraud', [HASH_LABEL]: 'good' });
    let spoiled = true;
    const ask = createMeasure({
      store,
      load: createObjectLoader(url),
      isSpoiled: () => spoiled,
    });
    expect(await ask(metric, { run, namespace: 'staging' })).toMatchObject({
      phase: 'Failed',
    });
    spoiled = false;
    expect(await ask(metric, { run, namespace: 'staging' })).toMatchObject({
      phase: 'Successful',
    });
  });

  it('asks the pods that the Service selects, and no others', async () => {
    addRelease('good', trained);
    addRelease('bad', inverted);
    addService({ app: 'fraud', [HASH_LABEL]: 'bad' });
    expect((await measure()).phase).toBe('Failed');
  });

  it.each([
    [
      'another provider',
      { ...metric, provider: { prometheus: { query: 'up' } } },
      'the demo cluster measures with the provider web only, not with prometheus',
    ],
    [
      'an address outside',
      withWeb({ url: 'http://example.com/evaluation' }),
      'the demo cluster reaches http://<service>.<namespace>.svc only, not http://example.com/evaluation',
    ],
    [
      'an unknown Service',
      withWeb({ url: 'http://other.staging.svc/evaluation' }),
      'no such host: other.staging.svc',
    ],
    [
      'another page',
      withWeb({ url: 'http://fraud-canary.staging.svc/metrics' }),
      'received non 2xx response code: 404',
    ],
    [
      'a metric that there is not',
      withWeb({ jsonPath: '{$.auc}' }),
      'Could not find JSONPath in body: auc is not found',
    ],
    [
      'a jsonPath with a filter',
      withWeb({ jsonPath: '{$.rows[0]}' }),
      'the demo cluster does not understand the jsonPath {$.rows[0]}: only names as in {$.roc_auc}',
    ],
  ])('is an error that says so: %s', async (_, asking, message) => {
    addRelease('good', trained);
    addService({ app: 'fraud', [HASH_LABEL]: 'good' });
    expect(await measure(asking)).toEqual({ phase: 'Error', message });
  });

  it('does not choose between two releases behind one Service', async () => {
    addRelease('good', trained);
    addRelease('bad', inverted);
    addService({ app: 'fraud' });
    expect(await measure()).toEqual({
      phase: 'Error',
      message:
        'service fraud-canary has the pods of several releases behind it (fraud-bad, fraud-good): whose word it gives is chance',
    });
  });

  it('leaves the demo for no remote that a repository names', async () => {
    addRelease('good', trained, 'http://192.0.2.1/fraud');
    addService({ app: 'fraud' });
    expect(await measure()).toEqual({
      phase: 'Error',
      message: `the pods of the demo cluster reach ${url} only, not http://192.0.2.1/fraud`,
    });
    expect(asked).toEqual([]);
  });

  it('names the object that the remote lacks', async () => {
    addRelease('good', trained);
    addService({ app: 'fraud' });
    objects.clear();
    const { phase, message } = await measure();
    expect(phase).toBe('Error');
    expect(message).toMatch(
      /^GET http:.*\/fraud\/files\/md5\/.* answered 404$/,
    );
  });
});
