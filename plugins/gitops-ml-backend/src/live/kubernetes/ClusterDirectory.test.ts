import { ClusterDirectory } from './ClusterDirectory';

function open(answer: () => Response) {
  let now = 0;
  const fetched: string[] = [];
  const directory = new ClusterDirectory({
    fetch: async input => {
      fetched.push(String(input));
      return answer();
    },
    getBaseUrl: async () => 'http://kubernetes',
    getToken: async () => 'own',
    now: () => now,
  });
  return {
    directory,
    fetched,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const clusters = (...providers: (string | undefined)[]) =>
  Response.json({
    items: providers.map(authProvider => ({
      name: String(authProvider),
      authProvider,
    })),
  });

describe('ClusterDirectory', () => {
  it.each([
    ['aks', 'not-configured'],
    ['google', 'not-configured'],
    ['oidc', 'not-configured'],
    ['serviceAccount', undefined],
    ['googleServiceAccount', undefined],
    ['aws', undefined],
    ['azure', undefined],
    ['localKubectlProxy', undefined],
    ['undefined', undefined],
    // The proxy says so in its own words.
    ['absent', undefined],
  ])('of a cluster with %s: %s', async (cluster, kind) => {
    const { directory } = open(() =>
      clusters(
        'aks',
        'google',
        'oidc',
        'serviceAccount',
        'googleServiceAccount',
        'aws',
        'azure',
        'localKubectlProxy',
        undefined,
      ),
    );
    expect((await directory.refuse(cluster))?.kind).toBe(kind);
  });

  it('asks once for many, and again after a while', async () => {
    const { directory, fetched, pass } = open(() => clusters('google'));
    await Promise.all(
      Array.from({ length: 20 }, () => directory.refuse('google')),
    );
    pass(59_000);
    await directory.refuse('google');
    expect(fetched).toEqual(['http://kubernetes/clusters']);
    pass(2000);
    await directory.refuse('google');
    expect(fetched).toHaveLength(2);
  });

  it.each<[string, () => Response, string]>([
    ['may not', () => Response.json({}, { status: 403 }), 'forbidden'],
    ['fails', () => Response.json({}, { status: 502 }), 'unreachable'],
    ['is another', () => Response.json({ items: 'none' }), 'invalid'],
    [
      'is not there',
      () => {
        throw new TypeError('fetch failed');
      },
      'unreachable',
    ],
  ])(
    'lets nobody ask where the plugin %s, and asks again',
    async (_, answer, kind) => {
      const { directory, fetched } = open(answer);
      expect((await directory.refuse('demo'))?.kind).toBe(kind);
      await directory.refuse('demo');
      expect(fetched).toHaveLength(2);
    },
  );
});
