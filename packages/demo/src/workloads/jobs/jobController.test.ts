import { createTestWorkloads, inDefault } from '../__testUtils__/TestWorkloads';

const container = { name: 'work', image: 'training' };

const job = (name: string, spec = {}, podSpec = {}) =>
  inDefault('batch/v1', 'Job', name, {
    template: {
      spec: { restartPolicy: 'Never', containers: [container], ...podSpec },
    },
    ...spec,
  });

const store_yaml = 'project: churn\nprovider: local\n';
const definitions = `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float64

account = Entity(name="account", join_keys=["account_id"])
spending = FeatureView(
    name="spending",
    entities=[account],
    schema=[Field(name="amount", dtype=Float64)],
    source=FileSource(path="data.parquet", timestamp_field="at"),
)
`;

const items = [
  { key: 'feature_store.yaml', path: 'feature_store.yaml' },
  { key: 'account.py', path: 'definitions/account.py' },
];

const mounted = (configMap: object) => ({
  volumes: [{ name: 'definitions', configMap }],
});

function start(data: Record<string, string>) {
  const workloads = createTestWorkloads();
  workloads.make({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'features-1', namespace: 'default' },
    data,
  });
  const statusOf = (name: string) =>
    workloads.store.get('Job', 'default', name)?.status;
  return { ...workloads, statusOf };
}

const complete = {
  conditions: [
    { type: 'SuccessCriteriaMet', status: 'True' },
    {
      type: 'Complete',
      status: 'True',
      reason: 'CompletionsReached',
      message: 'Reached expected number of succeeded pods',
    },
  ],
  succeeded: 1,
  ready: 0,
};

describe('jobController', () => {
  it('completes a Job after a moment, by a pod that ends', () => {
    const { clock, make, statusOf, store, errors } = start({});
    make(job('materialize'));
    clock.advance(0);
    expect(statusOf('materialize')).toEqual({
      startTime: '2026-09-12T08:00:00Z',
      active: 1,
      terminating: 0,
      uncountedTerminatedPods: {},
      ready: 0,
    });
    clock.advance(2500);
    expect(statusOf('materialize')).toMatchObject({ active: 1, ready: 1 });
    clock.advance(5000);
    const status = statusOf('materialize');
    expect(status).toMatchObject(complete);
    expect(status).toHaveProperty('completionTime');
    expect(status).not.toHaveProperty('active');
    const [pod] = store.list('Pod');
    expect(pod).toMatchObject({
      metadata: { labels: { 'job-name': 'materialize' } },
      status: {
        phase: 'Succeeded',
        containerStatuses: [
          { state: { terminated: { exitCode: 0, reason: 'Completed' } } },
        ],
      },
    });
    expect(errors).toEqual([]);
  });

  it('is over once: nothing is run again', () => {
    const { clock, make, store } = start({});
    make(job('materialize'));
    clock.advance(10_000);
    const before = store.resourceVersion;
    clock.advance(24 * 3_600_000);
    expect(store.resourceVersion).toBe(before);
  });

  it('applies definitions that the reader accepts, at the paths that items give back', () => {
    const { clock, make, statusOf } = start({
      'feature_store.yaml': store_yaml,
      'account.py': definitions,
    });
    make(job('churn-feast-apply', {}, mounted({ name: 'features-1', items })));
    clock.advance(10_000);
    expect(statusOf('churn-feast-apply')).toMatchObject(complete);
  });

  it.each<[string, Record<string, string>, object[] | undefined, RegExp]>([
    [
      'a syntax error',
      {
        'feature_store.yaml': store_yaml,
        'account.py': `${definitions}broken = Entity(name=\n`,
      },
      items,
      /^Job has reached the specified backoff limit: definitions\/account\.py:\d+: /,
    ],
    [
      'no feature_store.yaml among the items',
      { 'feature_store.yaml': store_yaml, 'account.py': definitions },
      items.slice(1),
      /: feature_store\.yaml: not among the mounted files$/,
    ],
    [
      'a feature_store.yaml that is no YAML',
      { 'feature_store.yaml': 'project: [', 'account.py': definitions },
      undefined,
      /: feature_store\.yaml:\d+: Not valid YAML/,
    ],
  ])(
    'fails definitions with %s, and says where',
    (_what, data, restored, message) => {
      const { clock, make, statusOf, store } = start(data);
      const volume = {
        name: 'features-1',
        ...(restored && { items: restored }),
      };
      make(job('feast-apply', { backoffLimit: 0 }, mounted(volume)));
      clock.advance(10_000);
      expect(statusOf('feast-apply')).toMatchObject({
        conditions: [
          { type: 'FailureTarget', status: 'True' },
          {
            type: 'Failed',
            status: 'True',
            reason: 'BackoffLimitExceeded',
            message: expect.stringMatching(message),
          },
        ],
        failed: 1,
      });
      const [pod] = store.list('Pod');
      expect(pod.status).toMatchObject({
        phase: 'Failed',
        containerStatuses: [{ state: { terminated: { exitCode: 1 } } }],
      });
    },
  );

  it('tries again as often as it may, each time later', () => {
    const { clock, make, statusOf, store } = start({});
    make(
      job('feast-apply', { backoffLimit: 2 }, mounted({ name: 'features-1' })),
    );
    const failedAfter = (milliseconds: number) => {
      clock.advance(milliseconds);
      return statusOf('feast-apply')?.failed;
    };
    expect(failedAfter(6000)).toBe(1);
    expect(failedAfter(6000)).toBe(1);
    expect(failedAfter(8000)).toBe(2);
    expect(failedAfter(12_000)).toBe(2);
    expect(failedAfter(15_000)).toBe(3);
    expect(statusOf('feast-apply')).toMatchObject({
      conditions: [{}, { type: 'Failed', reason: 'BackoffLimitExceeded' }],
    });
    expect(store.list('Pod')).toHaveLength(3);
  });

  it('succeeds on a later try, if what was wrong is right by then', () => {
    const { clock, make, statusOf, store } = start({});
    make(
      job('feast-apply', { backoffLimit: 2 }, mounted({ name: 'features-1' })),
    );
    clock.advance(6000);
    store.patch('ConfigMap', 'default', 'features-1', {
      data: { 'feature_store.yaml': store_yaml, 'account.py': definitions },
    });
    clock.advance(20_000);
    expect(statusOf('feast-apply')).toMatchObject({
      ...complete,
      failed: 1,
    });
  });

  it('ends a Job whose pod does not start in time', () => {
    const { clock, make, statusOf, store } = start({});
    make(
      job(
        'feast-apply',
        { activeDeadlineSeconds: 20 },
        mounted({ name: 'not-there' }),
      ),
    );
    clock.advance(19_000);
    expect(statusOf('feast-apply')).toMatchObject({ active: 1 });
    clock.advance(1000);
    expect(statusOf('feast-apply')).toMatchObject({
      conditions: [
        { type: 'FailureTarget' },
        {
          type: 'Failed',
          reason: 'DeadlineExceeded',
          message: 'Job was active longer than specified deadline',
        },
      ],
      failed: 1,
    });
    expect(store.list('Pod')).toEqual([]);
  });

  it('waits with a Job that is suspended', () => {
    const { clock, make, store } = start({});
    make(job('later', { suspend: true }));
    clock.advance(60_000);
    expect(store.list('Pod')).toEqual([]);
  });

  it('runs a Job anew that was deleted and made again', () => {
    const { clock, make, statusOf, store } = start({});
    make(job('materialize'));
    clock.advance(10_000);
    store.delete('Job', 'default', 'materialize');
    expect(store.list('Pod')).toEqual([]);
    make(job('materialize'));
    clock.advance(10_000);
    expect(statusOf('materialize')).toMatchObject({
      startTime: '2026-09-12T08:00:10Z',
      succeeded: 1,
    });
  });
});
