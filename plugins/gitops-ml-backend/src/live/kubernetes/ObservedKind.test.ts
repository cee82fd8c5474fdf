import { until } from '../../__testUtils__/startPlugin';
import { KubernetesHttp } from './KubernetesHttp';
import { ROLLOUT } from './kinds';
import { ObservedKind } from './ObservedKind';

describe('ObservedKind', () => {
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
