import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  ClusterAccount,
  createSystemClock,
  RunningCluster,
  startCluster,
} from '@gitops-ml/demo';
import { until } from '../../__testUtils__/startPlugin';
import { KubernetesHttp } from './KubernetesHttp';
import { KubernetesSources } from './KubernetesSources';

const PLACE = { cluster: 'demo', namespace: 'fraud' };

const ACCOUNTS: ClusterAccount[] = [
  {
    token: 'all',
    user: 'all',
    rules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
  },
  {
    token: 'few',
    user: 'few',
    rules: [
      {
        verbs: ['*'],
        apiGroups: ['*'],
        resources: ['*'],
        namespaces: ['fraud'],
      },
    ],
  },
];

/** The demo's cluster answers as Kubernetes 1.34 does. */
describe('KubernetesSources, of a cluster', () => {
  let directory: string;
  let cluster: RunningCluster;
  let sources: KubernetesSources;
  let requests: string[];
  let encodings: (string | null)[];

  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'live-'));
    cluster = await startCluster({
      directory,
      port: 0,
      clock: createSystemClock(),
      tokens: ACCOUNTS,
      onError: error => {
        throw error;
      },
    });
    for (const name of ['fraud', 'other']) {
      cluster.store.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
    requests = [];
    encodings = [];
  });

  afterEach(async () => {
    sources.close();
    await cluster.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  });

  function watch(token: string) {
    sources = new KubernetesSources({
      onChange: () => {},
      times: { retry: 50, probe: 200, poll: 200 },
      http: new KubernetesHttp({
        timeoutMs: 300,
        getBaseUrl: async () => cluster.url,
        getToken: async () => token,
        // The cluster itself, without the proxy before it.
        fetch: (input, init) => {
          const url = String(input).replace('/proxy/', '/');
          requests.push(url.replace(cluster.url, ''));
          if (url.includes('watch=true')) {
            encodings.push(new Headers(init?.headers).get('accept-encoding'));
          }
          return fetch(url, init);
        },
      }),
    });
    sources.want(PLACE);
  }

  const createRollout = (name: string, namespace = 'fraud') =>
    cluster.store.create({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name, namespace },
      spec: { replicas: 1 },
    });

  const names = () =>
    sources
      .read(PLACE)
      .value?.map(({ metadata }) => metadata.name)
      .sort();

  const untilNames = (wanted: string[] | undefined) =>
    until(
      async () => names(),
      found => JSON.stringify(found) === JSON.stringify(wanted),
    );

  it('lists once, and then follows, the wanted namespaces only', async () => {
    createRollout('a');
    createRollout('foreign', 'other');
    watch('all');
    await untilNames(['a']);
    createRollout('b');
    cluster.store.delete('Rollout', 'fraud', 'a');
    createRollout('stranger', 'other');
    await untilNames(['b']);
    expect(requests.filter(url => url.includes('/rollouts?limit=500'))).toEqual(
      ['/apis/argoproj.io/v1alpha1/rollouts?limit=500'],
    );
    sources.want({ cluster: 'demo', namespace: 'other' });
    await until(
      async () =>
        sources.read({ cluster: 'demo', namespace: 'other' }).value?.length,
      count => count === 2,
    );
  });

  // Backstage's router holds back what it compresses: an event would come minutes late.
  it('asks for events uncompressed', async () => {
    watch('all');
    await until(
      async () => encodings.length,
      count => count === 4,
    );
    expect(new Set(encodings)).toEqual(new Set(['identity']));
  });

  it('watches each namespace by itself where it may not see the whole cluster', async () => {
    createRollout('a');
    watch('few');
    await untilNames(['a']);
    createRollout('b');
    await untilNames(['a', 'b']);
    expect(sources.read(PLACE).status).toBe('ok');
  });

  it('says that it is refused', async () => {
    watch('nobody');
    await until(
      async () => sources.read(PLACE).status,
      status => status === 'forbidden',
    );
    expect(names()).toBeUndefined();
  });

  it('lists again when the cluster has forgotten what it missed', async () => {
    createRollout('a');
    watch('all');
    await untilNames(['a']);
    cluster.compact();
    createRollout('b');
    await untilNames(['a', 'b']);
    expect(sources.read(PLACE).status).toBe('ok');
  });

  it.each(['down', 'hangs'] as const)(
    'says that a cluster is %s, keeps what it knew, and recovers',
    async fault => {
      createRollout('a');
      watch('all');
      await untilNames(['a']);
      await cluster.setFault(fault);
      await until(
        async () => sources.read(PLACE).status,
        status => status === 'unreachable',
      );
      expect(names()).toEqual(['a']);
      await cluster.setFault(undefined);
      createRollout('b');
      await untilNames(['a', 'b']);
      await until(
        async () => sources.read(PLACE).status,
        status => status === 'ok',
      );
    },
  );
});
