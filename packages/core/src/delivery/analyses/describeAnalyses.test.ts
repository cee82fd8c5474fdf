import {
  createAnalysisRun,
  createRollout,
  readOne,
} from '../__testUtils__/createObjects';
import { readScene } from '../__testUtils__/readScene';

function readAnalysis(options: Parameters<typeof createAnalysisRun>[0]) {
  return readOne([createRollout(), createAnalysisRun(options)]).analyses[0];
}

function readMetric(metric: object, result?: object, more: object = {}) {
  const name = 'accuracy';
  const metricResults = result ? [{ name, ...result }] : undefined;
  const { metrics } = readAnalysis({
    spec: { metrics: [{ name, ...metric }], ...more },
    status: { phase: 'Running', metricResults },
  });
  return metrics[0];
}

it('reads the recorded failing analysis against its limits; its sibling was stopped', () => {
  const { analyses } = readOne(readScene('failed-analysis').objectsAt(30));
  expect(analyses).toMatchObject([
    {
      name: 'churn-849c5997fc-2-2',
      type: 'Step',
      stepIndex: 2,
      hash: '849c5997fc',
      phase: 'Failed',
      message:
        'Metric "success-rate" assessed Failed due to failed (2) > failureLimit (1)',
      metrics: [
        {
          name: 'success-rate',
          phase: 'Failed',
          successful: 1,
          failed: 2,
          limit: 1,
          inconclusiveLimit: 1,
          consecutiveErrorLimit: 4,
          count: 4,
          successCondition: 'result >= 0.95',
          failureCondition: 'result < 0.9',
          provider: 'web',
          query: 'http://127.0.0.1:28100/v/failed-analysis',
          measurements: [
            { phase: 'Successful', value: '0.97' },
            { phase: 'Failed', value: '0.71' },
            { phase: 'Failed', value: '0.64' },
          ],
        },
        { name: 'latency-p95', phase: 'Stopped', successful: 3, count: 4 },
      ],
    },
  ]);
});

it('calls a sibling successful that had all its measurements', () => {
  const { analyses } = readOne(
    readScene('background-analysis-fail').objectsAt(26),
  );
  expect(analyses[0].metrics.map(({ name, phase }) => [name, phase])).toEqual([
    ['success-rate', 'Failed'],
    ['latency-p95', 'Successful'],
  ]);
});

it.each([
  ['new', 'Stopped'],
  ['old', 'Successful'],
])(
  'a run for %s that was ended reads %s: the end of a stable candidate is no stop',
  (hash, phase) => {
    const analysis = readAnalysis({
      labels: { 'rollouts-pod-template-hash': hash },
      spec: { terminate: true },
      status: { phase: 'Successful' },
    });
    expect(analysis.phase).toBe(phase);
  },
);

it('has the limits of the controller where none are written', () => {
  expect(readMetric({})).toMatchObject({
    phase: 'Pending',
    limit: 0,
    inconclusiveLimit: 0,
    consecutiveErrorLimit: 4,
    consecutiveSuccessLimit: undefined,
    count: 1,
    failed: 0,
    measurements: [],
  });
});

it.each([
  [{ interval: '3s' }, undefined],
  [{ interval: '3s', count: 0 }, undefined],
  [{ interval: '3s', count: 5 }, 5],
  [{ interval: '3s', count: '{{args.times}}' }, 7],
  [{ count: 'many' }, 1],
])('%j measures %s times', (metric, count) => {
  const args = [{ name: 'times', value: '7' }];
  expect(readMetric(metric, undefined, { args }).count).toBe(count);
});

it('keeps a limit that allows any number', () => {
  expect(readMetric({ failureLimit: -1 }).limit).toBe(-1);
});

it('marks a metric that does not count', () => {
  expect(readMetric({}, {}, { dryRun: [{ metricName: '*' }] }).dryRun).toBe(
    true,
  );
});

it('shows what is asked, and no credential', () => {
  const web = {
    url: 'https://me:hunter2@host/{{args.model}}?token={{args.token}}&api_key=hunter2',
    headers: [{ key: 'Authorization', value: 'Bearer hunter2' }],
    jsonBody: { password: 'hunter2' },
  };
  const args = [
    { name: 'model', value: 'churn' },
    { name: 'token', value: 'hunter2' },
    { name: 'other', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } },
  ];
  const metric = readMetric(
    { provider: { web } },
    {
      phase: 'Error',
      message: 'Get "https://me:hunter2@host/": no such host',
      measurements: [{ phase: 'Error', message: 'sent Bearer hunter2' }],
    },
    { args },
  );
  expect(JSON.stringify(metric)).not.toContain('hunter2');
  expect(metric).toMatchObject({
    provider: 'web',
    query: 'https://host/churn?token=***&api_key=***',
    message: 'Get "https://host/": no such host',
  });
});

it.each([
  [{ prometheus: { query: 'up{a="{{args.none}}"}' } }, 'up{a="{{args.none}}"}'],
  [{ job: { spec: {} } }, undefined],
  [{ plugin: { 'acme/eval': { password: 'x' } } }, 'acme/eval'],
  [{ constructor: { query: 'x' } }, undefined],
])('of %j shows %j', (provider, query) => {
  expect(readMetric({ provider }).query).toBe(query);
});
