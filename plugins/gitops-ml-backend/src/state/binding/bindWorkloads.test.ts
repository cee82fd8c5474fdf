import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveObject } from '../../live/kubernetes/contract';
import {
  listGrantedWorkloads,
  listManagedWorkloads,
  selectWorkloadObjects,
} from './bindWorkloads';

const application = (
  resources: NonNullable<ArgoCdApplication['status']>['resources'],
  namespace: string | undefined = 'own',
): ArgoCdApplication => ({
  metadata: { name: 'app', namespace: 'argocd' },
  spec: { project: 'ml', destination: { namespace } },
  status: { resources },
});

const object = (
  kind: string,
  name: string,
  metadata: Partial<LiveObject['metadata']> = {},
): LiveObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'own', uid: `uid-${name}`, ...metadata },
});

const ROLLOUT = { kind: 'Rollout' as const, namespace: 'own', name: 'r' };

describe('listManagedWorkloads', () => {
  const rollout = { group: 'argoproj.io', kind: 'Rollout', name: 'r' };

  it.each([
    ['in its own namespace', { ...rollout, namespace: 'own' }, [ROLLOUT]],
    ['in another namespace', { ...rollout, namespace: 'other' }, []],
    ['without a namespace', rollout, []],
    [
      'with a name that is a way through folders',
      { ...rollout, name: '..', namespace: 'own' },
      [],
    ],
    [
      'with a name of two segments',
      { ...rollout, name: 'r/status', namespace: 'own' },
      [],
    ],
    ['of another group', { ...rollout, group: 'evil', namespace: 'own' }, []],
    [
      'of another kind',
      { group: 'apps', kind: 'DaemonSet', name: 'd', namespace: 'own' },
      [],
    ],
  ])('takes a resource %s or not', (_, resource, workloads) => {
    expect(listManagedWorkloads(application([resource]))).toEqual(workloads);
  });

  it.each(['..', 'own/../other', 'Own'])(
    'takes none where the application names the namespace %s',
    namespace => {
      const resource = { ...rollout, namespace };
      expect(listManagedWorkloads(application([resource], namespace))).toEqual(
        [],
      );
    },
  );

  it('takes none where the application names no namespace', () => {
    const resource = { ...rollout, namespace: '' };
    expect(listManagedWorkloads(application([resource], ''))).toEqual([]);
  });
});

describe('selectWorkloadObjects', () => {
  const synced = (status = 'Synced') =>
    application([{ ...ROLLOUT, group: 'argoproj.io', status }]);
  const names = (objects: LiveObject[], one = synced()) =>
    selectWorkloadObjects(objects, ROLLOUT, one).map(
      ({ metadata }) => metadata.name,
    );

  it('takes what the workload owns, by its uid', () => {
    const owner = (uid: string) => ({
      ownerReferences: [{ kind: 'Rollout', name: 'r', uid }],
    });
    expect(
      names([
        object('ReplicaSet', 'mine', owner('uid-r')),
        object('ReplicaSet', 'liar', owner('uid-other')),
        object('ReplicaSet', 'elsewhere', {
          ...owner('uid-r'),
          namespace: 'other',
        }),
        object('Rollout', 'r'),
      ]),
    ).toEqual(['r', 'mine']);
  });

  it.each([
    ['app:argoproj.io/Rollout:own/r', ['r']],
    ['argocd_app:argoproj.io/Rollout:own/r', ['r']],
    ['victim:argoproj.io/Rollout:own/r', []],
    ['victims_app:argoproj.io/Rollout:own/r', []],
  ])('believes the tracking id %s', (tracking, expected) => {
    const annotations = { 'argocd.argoproj.io/tracking-id': tracking };
    expect(names([object('Rollout', 'r', { annotations })])).toEqual(expected);
  });

  it.each<[string, Record<string, string>, string, string[]]>([
    ['it is as wanted', {}, 'Synced', ['r']],
    ['it only has the name', {}, 'OutOfSync', []],
    [
      'its label says so',
      { 'app.kubernetes.io/instance': 'app' },
      'OutOfSync',
      ['r'],
    ],
    [
      'another label says so',
      { 'argocd.argoproj.io/instance': 'app' },
      '',
      ['r'],
    ],
    ['its label names another', { 'app.kubernetes.io/instance': 'x' }, '', []],
  ])(
    'takes one without a tracking id where %s',
    (_, labels, status, expected) => {
      expect(
        names([object('Rollout', 'r', { labels })], synced(status)),
      ).toEqual(expected);
    },
  );

  it('is empty where the workload is not there', () => {
    expect(names([object('ReplicaSet', 'r')])).toEqual([]);
  });
});

describe('listGrantedWorkloads', () => {
  const objects = [
    object('Rollout', 'a', { labels: { 'backstage.io/kubernetes-id': 'x' } }),
    object('Deployment', 'b', { labels: { app: 'b' } }),
    object('ReplicaSet', 'c'),
    object('Rollout', 'd', { namespace: 'other' }),
  ];

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, ['a', 'b']],
    ['an id', { 'backstage.io/kubernetes-id': 'x' }, ['a']],
    [
      'a selector, before an id',
      {
        'backstage.io/kubernetes-label-selector': 'app=b',
        'backstage.io/kubernetes-id': 'x',
      },
      ['b'],
    ],
    [
      'a label that there is not',
      { 'backstage.io/kubernetes-label-selector': 'team' },
      [],
    ],
    [
      'nothing that can be read',
      { 'backstage.io/kubernetes-label-selector': '' },
      [],
    ],
  ])('chooses by %s', (_, annotations, names) => {
    expect(
      listGrantedWorkloads(objects, 'own', annotations).map(({ name }) => name),
    ).toEqual(names);
  });
});
