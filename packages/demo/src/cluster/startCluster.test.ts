import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { startTestCluster } from './__testUtils__/TestCluster';

type TestCluster = Awaited<ReturnType<typeof startTestCluster>>;

const rollouts = '/apis/argoproj.io/v1alpha1/namespaces/ml/rollouts';
const reviews = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const rollout = (name: string) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name, namespace: 'ml' },
  spec: { replicas: 1 },
});

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('startCluster', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster({ historySize: 5 });
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'ml' },
    });
  });

  afterEach(async () => {
    await cluster.close();
    if (cluster.errors.length > 0) throw cluster.errors[0];
  });

  describe('rights', () => {
    const attempts: [string, string, string, boolean][] = [
      ['get', 'rollouts', 'ml', true],
      ['patch', 'rollouts', 'ml', true],
      ['patch', 'rollouts', 'other', false],
      ['patch', 'rollouts', '', false],
      ['delete', 'rollouts', 'ml', false],
      ['get', 'analysisruns', 'ml', false],
    ];

    it.each(attempts)(
      'answer a review and a request alike: %s %s in "%s" is %s',
      async (verb, resource, namespace, allowed) => {
        const body = {
          spec: {
            resourceAttributes: {
              verb,
              group: 'argoproj.io',
              resource,
              namespace,
            },
          },
        };
        const review = await cluster.client.request('POST', reviews, {
          body,
          token: 'few',
        });
        expect(review).toMatchObject({
          status: 201,
          body: { status: { allowed } },
        });
        const place = namespace ? `namespaces/${namespace}/` : '';
        const methods: Record<string, string> = {
          get: 'GET',
          patch: 'PATCH',
          delete: 'DELETE',
        };
        const answer = await cluster.client.request(
          methods[verb],
          `/apis/argoproj.io/v1alpha1/${place}${resource}/churn`,
          { token: 'few' },
        );
        expect(answer.status === 403).toBe(!allowed);
      },
    );

    it('say who may not do what', async () => {
      const answer = await cluster.client.request(
        'DELETE',
        `${rollouts}/churn`,
        { token: 'few' },
      );
      expect(answer.body).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message:
          'rollouts.argoproj.io "churn" is forbidden: User "system:serviceaccount:ml:viewer" cannot delete resource "rollouts" in API group "argoproj.io" in the namespace "ml"',
        reason: 'Forbidden',
        details: { name: 'churn', group: 'argoproj.io', kind: 'rollouts' },
        code: 403,
      });
    });

    it('are nobody’s without a token', async () => {
      const response = await fetch(`${cluster.url}/version`);
      expect(response.status).toBe(401);
    });

    it('are not needed to see that it is alive', async () => {
      const response = await fetch(`${cluster.url}/readyz`);
      expect([response.status, await response.text()]).toEqual([200, 'ok']);
    });
  });

  it.each<[string, string, string, unknown, string, number]>([
    ['no JSON', 'POST', rollouts, '{', 'application/json', 400],
    ['no object', 'POST', rollouts, [], 'application/json', 400],
    [
      'another kind than the path says',
      'POST',
      rollouts,
      { ...rollout('x'), kind: 'AnalysisRun' },
      'application/json',
      400,
    ],
    ['YAML', 'POST', rollouts, 'a: 1', 'application/yaml', 415],
    [
      'a strategic merge patch',
      'PATCH',
      `${rollouts}/churn`,
      {},
      'application/strategic-merge-patch+json',
      415,
    ],
    [
      'a JSON patch that is none',
      'PATCH',
      `${rollouts}/churn`,
      {},
      'application/json-patch+json',
      400,
    ],
    [
      'a JSON patch that does not apply',
      'PATCH',
      `${rollouts}/churn`,
      [
        { op: 'replace', path: '/spec/replicas', value: 3 },
        { op: 'test', path: '/spec/replicas', value: 1 },
      ],
      'application/json-patch+json',
      422,
    ],
    [
      'an update without a version',
      'PUT',
      `${rollouts}/churn`,
      rollout('churn'),
      'application/json',
      422,
    ],
    [
      'an update of another name',
      'PUT',
      `${rollouts}/churn`,
      rollout('other'),
      'application/json',
      400,
    ],
    [
      'the status of what has none of its own',
      'PATCH',
      '/apis/argoproj.io/v1alpha1/namespaces/ml/analysisruns/x/status',
      {},
      'application/merge-patch+json',
      404,
    ],
    ['a deletion of all', 'DELETE', rollouts, {}, 'application/json', 405],
    [
      'a dry run',
      'POST',
      `${rollouts}?dryRun=All`,
      rollout('x'),
      'application/json',
      400,
    ],
    [
      'dependants that are to stay',
      'DELETE',
      `${rollouts}/churn?propagationPolicy=Orphan`,
      {},
      'application/json',
      422,
    ],
    [
      'too much at once',
      'POST',
      rollouts,
      `"${'x'.repeat(3 * 1024 * 1024)}"`,
      'application/json',
      413,
    ],
  ])(
    'refuses %s, and changes nothing',
    async (_what, method, place, body, contentType, status) => {
      cluster.store.create(rollout('churn'));
      const before = cluster.store.resourceVersion;
      const answer = await cluster.client.request(method, place, {
        body,
        contentType,
      });
      expect(answer.status).toBe(status);
      expect(cluster.store.resourceVersion).toBe(before);
    },
  );

  it('answers 410 to a list of how it was', async () => {
    const answer = await cluster.client.get(
      `${rollouts}?resourceVersion=1&resourceVersionMatch=Exact`,
    );
    expect(answer).toMatchObject({
      status: 410,
      body: { kind: 'Status', reason: 'Expired', code: 410 },
    });
  });

  it('goes on with a watch while it remembers, and says when it does not', async () => {
    const since = cluster.store.resourceVersion;
    for (let n = 0; n < 5; n++) cluster.store.create(rollout(`r${n}`));
    const watchFrom = (version: string) =>
      cluster.client.watch(`${rollouts}?watch=true&resourceVersion=${version}`);
    const going = await watchFrom(since);
    for (let n = 0; n < 5; n++) {
      expect(await going.next()).toMatchObject({
        type: 'ADDED',
        object: { metadata: { name: `r${n}` } },
      });
    }
    cluster.store.create(rollout('one-more'));
    expect(await going.next()).toMatchObject({
      object: { metadata: { name: 'one-more' } },
    });
    await going.close();
    const late = await watchFrom(since);
    expect(await late.next()).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', reason: 'Expired', code: 410 },
    });
  });

  it('ends running watches when it forgets', async () => {
    const watch = await cluster.client.watch(
      `${rollouts}?watch=true&resourceVersion=${cluster.store.resourceVersion}`,
    );
    cluster.compact();
    expect(await watch.next()).toMatchObject({
      type: 'ERROR',
      object: { reason: 'Expired', code: 410 },
    });
    expect(await watch.next()).toBeUndefined();
  });

  it('ends a watch when its time is up, after bookmarks that say how far it came', async () => {
    const watch = await cluster.client.watch(
      `${rollouts}?watch=true&resourceVersion=${cluster.store.resourceVersion}&allowWatchBookmarks=true&timeoutSeconds=90`,
    );
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'elsewhere', namespace: 'ml' },
    });
    const version = cluster.store.resourceVersion;
    cluster.clock.advance(60_000);
    const bookmark = {
      type: 'BOOKMARK',
      object: {
        kind: 'Rollout',
        apiVersion: 'argoproj.io/v1alpha1',
        metadata: { resourceVersion: version },
      },
    };
    expect(await watch.next()).toMatchObject(bookmark);
    cluster.clock.advance(29_000);
    cluster.store.create(rollout('churn'));
    expect(await watch.next()).toMatchObject({ type: 'ADDED' });
    cluster.clock.advance(1000);
    expect(await watch.next()).toMatchObject({ type: 'BOOKMARK' });
    expect(await watch.next()).toBeUndefined();
  });

  it('ends the watch of a client that reads nothing', async () => {
    const request = http.get(`${cluster.url}${rollouts}?watch=true`, {
      headers: { authorization: 'Bearer all' },
    });
    const response = await new Promise<http.IncomingMessage>(resolve =>
      request.once('response', resolve),
    );
    response.pause();
    const ended = new Promise(resolve => response.once('error', resolve));
    const annotations = { filler: 'x'.repeat(250_000) };
    for (let n = 0; n < 100; n++) {
      const metadata = { ...rollout(`r${n}`).metadata, annotations };
      cluster.store.create({ ...rollout(`r${n}`), metadata });
    }
    response.resume();
    expect(await ended).toMatchObject({ code: 'ECONNRESET' });
  });

  it('keeps what it knows when it is closed', async () => {
    cluster.store.create(rollout('churn'));
    const { directory } = cluster;
    const before = cluster.store.get('Rollout', 'ml', 'churn');
    const copy = `${directory}-copy`;
    const file = path.join(directory, 'cluster.json');
    await waitUntil(() =>
      fs.readFile(file, 'utf8').then(
        text => text.includes('churn'),
        () => false,
      ),
    );
    // What is there without a close is what a killed process leaves.
    await fs.cp(directory, copy, { recursive: true });
    await fs.writeFile(path.join(copy, 'cluster.json.x.tmp'), '{');
    const again = await startTestCluster({ directory: copy });
    expect(again.store.get('Rollout', 'ml', 'churn')).toEqual(before);
    expect(Number(again.store.resourceVersion)).toBeGreaterThan(
      Number(cluster.store.resourceVersion),
    );
    expect((await fs.readdir(copy)).sort()).toEqual([
      'cluster.json',
      'tls.json',
    ]);
    const watch = await again.client.watch(
      `${rollouts}?watch=true&resourceVersion=${before?.metadata.resourceVersion}`,
    );
    expect(await watch.next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
    again.store.delete('Rollout', 'ml', 'churn');
    await again.close();
    const third = await startTestCluster({ directory: copy });
    expect(third.store.list('Rollout')).toEqual([]);
    await third.close();
    await fs.rm(copy, { recursive: true });
  });

  it('refuses to start on a file that is no cluster’s', async () => {
    const directory = `${cluster.directory}-broken`;
    await fs.mkdir(directory);
    await fs.writeFile(path.join(directory, 'cluster.json'), '{"objects"');
    await expect(startTestCluster({ directory })).rejects.toThrow(
      /cluster\.json is not a cluster's file/,
    );
    await fs.rm(directory, { recursive: true });
  });

  describe('faults', () => {
    it('down: nobody is there, and running watches break', async () => {
      const watch = await cluster.client.watch(`${rollouts}?watch=true`);
      await cluster.setFault('down');
      await expect(watch.next()).rejects.toThrow();
      await expect(cluster.client.get(rollouts)).rejects.toThrow();
      await cluster.setFault(undefined);
      expect(await cluster.client.get(rollouts)).toMatchObject({ status: 200 });
    });

    it('hangs: the connection is taken, and nothing is said', async () => {
      await cluster.setFault('hangs');
      const asked = fetch(`${cluster.url}/readyz`, {
        signal: AbortSignal.timeout(300),
      });
      await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
      await cluster.setFault(undefined);
      expect(await cluster.client.get(rollouts)).toMatchObject({ status: 200 });
    });
  });
});
