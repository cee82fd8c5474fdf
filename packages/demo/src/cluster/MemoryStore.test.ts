import { createVirtualClock } from '../clock/createVirtualClock';
import { ClusterEvent } from './ClusterStore';
import { createClusterStore } from './createClusterStore';
import { KindName } from './kinds';
import { KubernetesObject } from './KubernetesObject';
import { StatusError } from './StatusError';

const start = Date.parse('2026-09-12T08:00:00Z');

function createStore() {
  const clock = createVirtualClock(start);
  return { clock, store: createClusterStore(clock) };
}

const rollout = (rest: Partial<KubernetesObject> = {}): KubernetesObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'churn', namespace: 'default' },
  spec: { replicas: 1 },
  ...rest,
});

const application = (): KubernetesObject => ({
  ...rollout(),
  kind: 'Application',
  metadata: { name: 'churn', namespace: 'argocd' },
});

function refusalOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error instanceof StatusError
      ? `${error.code} ${error.reason}: ${error.message}`
      : error;
  }
  return undefined;
}

describe('MemoryStore', () => {
  it('gives a new object its identity and marks it as simulated', () => {
    const { store } = createStore();
    const made = store.create(rollout({ status: { phase: 'Healthy' } }));
    expect(made).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: {
        name: 'churn',
        namespace: 'default',
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: '104',
        generation: 1,
        creationTimestamp: '2026-09-12T08:00:00Z',
        annotations: { 'demo.gitops-ml.io/simulated': 'true' },
      },
      spec: { replicas: 1 },
    });
    expect(store.get('Rollout', 'default', 'churn')).toBe(made);
  });

  it('moves the generation with the spec, and not with labels or the status', () => {
    const { store } = createStore();
    const made = store.create(rollout());
    const label = { metadata: { labels: { app: 'churn' } } };
    const labelled = store.patch('Rollout', 'default', 'churn', label);
    const judged = store.updateStatus({ ...labelled, status: { phase: 'ok' } });
    const scaled = store.update({ ...judged, spec: { replicas: 2 } });
    expect(
      [made, labelled, judged, scaled].map(
        ({ metadata }) => metadata.generation,
      ),
    ).toEqual([1, 1, 1, 2]);
    expect(scaled).toMatchObject({
      metadata: { labels: { app: 'churn' } },
      spec: { replicas: 2 },
      status: { phase: 'ok' },
    });
  });

  it('ignores the status on the main resource, and the spec on the status', () => {
    const { store } = createStore();
    store.create(rollout());
    const patch = { spec: { replicas: 3 }, status: { abort: true } };
    const main = store.patch('Rollout', 'default', 'churn', patch);
    expect(main).toMatchObject({ spec: { replicas: 3 } });
    expect(main.status).toBeUndefined();
    const other = { spec: { replicas: 9 }, status: { abort: true } };
    const status = store.patch('Rollout', 'default', 'churn', other, {
      subresource: 'status',
    });
    expect(status).toMatchObject({
      spec: { replicas: 3 },
      status: { abort: true },
    });
  });

  it('keeps the status of an Application on the main resource', () => {
    const { store } = createStore();
    const made = store.create(application());
    const judged = store.update({ ...made, status: { sync: {} } });
    expect(judged).toMatchObject({
      metadata: { generation: 2 },
      status: { sync: {} },
    });
    expect(refusalOf(() => store.updateStatus(judged))).toMatch(
      /^404 NotFound/,
    );
  });

  it('takes back a field by a null in a merge patch, and replaces lists', () => {
    const { store } = createStore();
    store.create(rollout({ spec: { paused: true, steps: [1, 2] } }));
    const patch = { spec: { paused: null, steps: [3] } };
    const after = store.patch('Rollout', 'default', 'churn', patch);
    expect(after.spec).toEqual({ steps: [3] });
  });

  it('tells of each change in its order, also of those that a listener makes', () => {
    const { store } = createStore();
    const told: string[] = [];
    const describe = ({ type, object }: ClusterEvent) =>
      `${type} ${object.kind} ${object.metadata.resourceVersion}`;
    store.watch(({ type, object }) => {
      if (type !== 'ADDED' || object.kind !== 'Rollout') return;
      store.updateStatus({ ...object, status: { phase: 'Progressing' } });
    });
    store.watch(event => told.push(describe(event)));
    store.create(rollout());
    store.delete('Rollout', 'default', 'churn');
    expect(told).toEqual([
      'ADDED Rollout 104',
      'MODIFIED Rollout 105',
      'DELETED Rollout 106',
    ]);
  });

  it('makes no event of an update that changes nothing', () => {
    const { store } = createStore();
    const made = store.create(rollout());
    const told: ClusterEvent[] = [];
    store.watch(event => told.push(event));
    expect(store.update(structuredClone(made))).toBe(made);
    expect(told).toEqual([]);
  });

  it('stops telling who no longer listens', () => {
    const { store } = createStore();
    const told: ClusterEvent[] = [];
    store.watch(event => told.push(event))();
    store.create(rollout());
    expect(told).toEqual([]);
  });

  it('deletes what an object owns, and what its dependants own', () => {
    const { store } = createStore();
    const own = (owner: KubernetesObject, kind: KindName, name: string) =>
      store.create({
        apiVersion: kind === 'Pod' ? 'v1' : 'apps/v1',
        kind,
        metadata: {
          name,
          namespace: 'default',
          ownerReferences: [
            {
              apiVersion: owner.apiVersion,
              kind: owner.kind,
              name: owner.metadata.name,
              uid: owner.metadata.uid ?? '',
            },
          ],
        },
      });
    const set = own(store.create(rollout()), 'ReplicaSet', 'churn-1');
    own(set, 'Pod', 'churn-1-a');
    own({ ...set, metadata: { name: 'x', uid: 'other' } }, 'Pod', 'other');
    store.delete('Rollout', 'default', 'churn');
    expect(store.list('ReplicaSet')).toEqual([]);
    expect(store.list('Pod').map(({ metadata }) => metadata.name)).toEqual([
      'other',
    ]);
  });

  it('deletes what lies in a namespace with it', () => {
    const { store } = createStore();
    store.create(rollout());
    store.delete('Namespace', undefined, 'default');
    expect(store.list('Rollout')).toEqual([]);
  });

  it('keeps an object with finalizers until the last one is taken away', () => {
    const { clock, store } = createStore();
    const metadata = { ...rollout().metadata, finalizers: ['a/b'] };
    store.create(rollout({ metadata }));
    clock.advance(60_000);
    store.delete('Rollout', 'default', 'churn');
    const marked = store.get('Rollout', 'default', 'churn');
    expect(marked?.metadata.deletionTimestamp).toBe('2026-09-12T08:01:00Z');
    store.patch('Rollout', 'default', 'churn', {
      metadata: { finalizers: null },
    });
    expect(store.get('Rollout', 'default', 'churn')).toBeUndefined();
  });

  it('lists by namespace and labels, sorted', () => {
    const { store } = createStore();
    const add = (namespace: string, name: string, app: string) =>
      store.create(rollout({ metadata: { name, namespace, labels: { app } } }));
    add('default', 'b', 'x');
    add('default', 'a', 'x');
    add('default', 'c', 'y');
    add('argocd', 'd', 'x');
    const namesOf = (objects: KubernetesObject[]) =>
      objects.map(({ metadata }) => metadata.name);
    expect(namesOf(store.list('Rollout'))).toEqual(['d', 'a', 'b', 'c']);
    expect(
      namesOf(
        store.list('Rollout', { namespace: 'default', labels: { app: 'x' } }),
      ),
    ).toEqual(['a', 'b']);
  });

  it('makes a name from what it is to begin with', () => {
    const { store } = createStore();
    const metadata = {
      name: '',
      generateName: 'churn-',
      namespace: 'default',
    };
    const made = store.create(rollout({ metadata }));
    expect(made.metadata.name).toMatch(/^churn-[a-z0-9]{5}$/);
    expect(made.metadata.generateName).toBeUndefined();
  });

  it('hands out what nobody can change by accident', () => {
    const { store } = createStore();
    const made = store.create(rollout());
    expect(() => {
      made.metadata.name = 'other';
    }).toThrow(TypeError);
  });

  it.each<[string, (made: KubernetesObject) => KubernetesObject, string]>([
    [
      'a stale version',
      made => ({
        ...made,
        metadata: { ...made.metadata, resourceVersion: '1' },
      }),
      '409 Conflict: Operation cannot be fulfilled on rollouts.argoproj.io "churn": the object has been modified; please apply your changes to the latest version and try again',
    ],
    [
      'an object that was made anew meanwhile',
      made => ({ ...made, metadata: { ...made.metadata, uid: 'former' } }),
      '409 Conflict: Operation cannot be fulfilled on rollouts.argoproj.io "churn": Precondition failed: UID in precondition: former',
    ],
    [
      'an object that is not there',
      made => ({ ...made, metadata: { ...made.metadata, name: 'other' } }),
      '404 NotFound: rollouts.argoproj.io "other" not found',
    ],
    [
      'a kind that the cluster does not keep',
      made => ({ ...made, kind: 'Turnip' }),
      '400 BadRequest: no matches for kind "Turnip" in version "argoproj.io/v1alpha1"',
    ],
  ])('refuses an update of %s', (_what, change, refusal) => {
    const { store } = createStore();
    const made = store.create(rollout());
    expect(refusalOf(() => store.update(change(made)))).toContain(refusal);
    expect(store.get('Rollout', 'default', 'churn')).toBe(made);
  });

  it.each<[string, Partial<KubernetesObject>, string]>([
    ['a name that is taken', {}, '409 AlreadyExists'],
    [
      'a namespace that is not there',
      { metadata: { name: 'churn', namespace: 'nowhere' } },
      '404 NotFound: namespaces "nowhere" not found',
    ],
    [
      'no namespace where one is needed',
      { metadata: { name: 'churn' } },
      '400 BadRequest',
    ],
    [
      'a name of other letters',
      { metadata: { name: 'Churn_1', namespace: 'default' } },
      '422 Invalid: Rollout.argoproj.io "Churn_1" is invalid: metadata.name',
    ],
    [
      'no name',
      { metadata: { name: '', namespace: 'default' } },
      '422 Invalid',
    ],
  ])('refuses a new object with %s', (_what, change, refusal) => {
    const { store } = createStore();
    store.create(rollout());
    expect(refusalOf(() => store.create(rollout(change)))).toContain(refusal);
  });

  it('refuses another template for a Job that is there', () => {
    const { store } = createStore();
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'apply', namespace: 'default' },
      spec: { template: { image: 'a' } },
    };
    store.create(job);
    expect(
      refusalOf(() =>
        store.update({ ...job, spec: { template: { image: 'b' } } }),
      ),
    ).toBe(
      '422 Invalid: Job.batch "apply" is invalid: spec.template: Invalid value: field is immutable',
    );
  });
});
