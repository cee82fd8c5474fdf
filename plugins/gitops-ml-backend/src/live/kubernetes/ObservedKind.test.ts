import { until } from '../../__testUtils__/startPlugin';
import { KubernetesHttp } from './KubernetesHttp';
import { ROLLOUT } from './kinds';
import { ObservedKind } from './ObservedKind';

const BIG = 50_000;

/** A cluster in hand: of each request the path, and what it is answered. */
function observe(answer: (path: string) => object) {
  const paths: string[] = [];
  const watches: AbortSignal[] = [];
  const kind = new ObservedKind({
    cluster: 'demo',
    kind: ROLLOUT,
    onChange: () => {},
    times: { retry: 10, poll: 10 },
    http: new KubernetesHttp({
      getBaseUrl: async () => '',
      getToken: async () => 'own',
      fetch: async (input, init) => {
        const path = String(input).replace(
          '/proxy/apis/argoproj.io/v1alpha1/',
          '',
        );
        paths.push(path);
        if (!path.includes('watch=true')) return Response.json(answer(path));
        if (init?.signal) watches.push(init.signal);
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () =>
            reject(new Error('aborted')),
          );
        });
      },
    }),
  });
  return { kind, paths, watches };
}

const list = (items: object[], next?: string) => ({
  metadata: { resourceVersion: '1', continue: next },
  items,
});
const rollout = (namespace: string, index = 0) => ({
  metadata: { name: `r${index}`, namespace },
});

describe('ObservedKind', () => {
  it('reads each namespace by itself where a cluster has too many', async () => {
    const { kind, paths } = observe(path =>
      path.startsWith('rollouts')
        ? list(
            Array.from({ length: BIG / 2 }, (_, index) =>
              rollout('other', index),
            ),
            'more',
          )
        : list([rollout('own')]),
    );
    kind.want('own');
    await until(
      async () => kind.read('own'),
      observed => observed?.value?.length === 1,
    );
    expect(kind.read('own')?.status).toBe('ok');
    expect(paths.filter(path => path.startsWith('rollouts'))).toHaveLength(2);
    kind.close();
  });

  it('does not take a namespace for empty before it was listed', async () => {
    const { kind, paths } = observe(() => list([rollout('first')]));
    kind.want('first');
    await until(
      async () => kind.read('first'),
      observed => observed?.value?.length === 1,
    );
    kind.want('second');
    expect(kind.read('second')).toMatchObject({ status: 'ok' });
    expect(kind.read('second')).not.toHaveProperty('value');
    await until(
      async () => kind.read('second'),
      observed => observed?.value !== undefined,
    );
    expect(paths.filter(path => path.includes('watch=true'))).toHaveLength(1);
    kind.close();
  });

  it('ends its watch when the last namespace is let go', async () => {
    const { kind, watches } = observe(() => list([rollout('own')]));
    kind.want('own');
    await until(
      async () => watches.length,
      count => count === 1,
    );
    kind.forget('own');
    expect(watches[0].aborted).toBe(true);
    expect(kind.read('own')).toBeUndefined();
    kind.want('own');
    await until(
      async () => kind.read('own'),
      observed => observed?.value?.length === 1,
    );
    kind.close();
  });

  it('asks again at once what could not be reached, when it is told to', async () => {
    let isDown = true;
    const kind = new ObservedKind({
      cluster: 'demo',
      kind: ROLLOUT,
      // Longer than any test waits.
      times: { retry: 3_600_000 },
      onChange: () => {},
      http: new KubernetesHttp({
        getBaseUrl: async () => 'http://proxy',
        getToken: async () => 'token',
        fetch: async () => {
          if (isDown) throw new TypeError('fetch failed');
          return new Response(
            '{"metadata":{"resourceVersion":"1"},"items":[]}',
          );
        },
      }),
    });
    kind.want('fraud');
    await until(
      async () => kind.isReached,
      isReached => !isReached,
    );
    isDown = false;
    kind.retry();
    await until(
      async () => kind.read('fraud')?.status,
      s => s === 'ok',
    );
    expect(kind.isReached).toBe(true);
    expect(kind.read('fraud')).toMatchObject({ value: [] });
    kind.close();
  });
});
