import { mockCredentials } from '@backstage/backend-test-utils';
import { DELIVERY_ACTIONS } from '@gitops-ml/core';
import request from 'supertest';
import { createOwnersWorld } from './__testUtils__/createOwnersWorld';
import {
  createApplication,
  createRollout,
  LiveWorld,
  startLiveWorld,
} from './__testUtils__/liveWorld';
import { createEntity, until } from './__testUtils__/startPlugin';
import {
  listThieves,
  NAMESPACE,
  SECRETS,
  THIEVES,
  thiefOf,
} from './__testUtils__/thieves';

describe('what is not an entity’s own', () => {
  let world: LiveWorld;

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);

  const pathOf = (name: string) =>
    `/api/gitops-ml/v1/entities/default/component/${name}`;

  const get = async (user: string, name: string, view: string) => {
    const { status, text } = await request(world.plugin.server)
      .get(`${pathOf(name)}/${view}`)
      .set('Authorization', as(user));
    return { status, text };
  };

  beforeAll(async () => {
    world = await startLiveWorld({
      catalog: createOwnersWorld,
      rootConfig: { permission: { enabled: true } },
      entities: url => [
        createEntity(url, { owner: 'user:ada' }),
        ...listThieves(url),
      ],
    });
    const { plugin, argocd, cluster } = world;
    const own = createApplication(plugin.forge.url);
    argocd.put({
      ...own,
      metadata: { ...own.metadata, labels: { team: 'fraud' } },
    });
    cluster.put(tracked('fraud-staging'));
    plugin.secret.commit({
      // Names Ada's namespace and Application in Bob's repository.
      'gitops-ml.yaml': `schemaVersion: 1\nenvironments:\n  - {name: staging, instance: main, namespace: ${NAMESPACE}, overlay: infra/staging}\n`,
      'argocd/app.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: fraud-staging}\nspec:\n  source: {repoURL: ${plugin.forge.url}/ml/fraud.git, path: infra/staging}\n  destination: {server: https://kubernetes.default.svc, namespace: ${NAMESPACE}}\n`,
    });
    await until(
      () => get('ada', 'fraud', 'delivery'),
      ({ text }) => SECRETS.every(secret => text.includes(secret)),
    );
  });

  afterAll(() => world.stop());

  function tracked(owner: string) {
    const rollout = createRollout();
    return {
      ...rollout,
      metadata: {
        ...rollout.metadata,
        labels: { app: 'fraud', 'backstage.io/kubernetes-id': 'fraud' },
        annotations: {
          'argocd.argoproj.io/tracking-id': `${owner}:argoproj.io/Rollout:${NAMESPACE}/fraud`,
        },
      },
    };
  }

  const act = async (
    user: string,
    name: string,
    target: string,
    body: object,
  ) => {
    const { status, text } = await request(world.plugin.server)
      .post(`${pathOf(name)}/delivery/${target}`)
      .set('Authorization', as(user))
      .send(body);
    return { status, text };
  };

  /** An Application of Bob's. */
  const createOwn = (namespace = 'bob') => {
    const { status, ...own } = createApplication(world.plugin.forge.url, {
      name: 'bobs-own',
      repository: 'secret',
      namespace,
    });
    const sync = { status: 'Synced', revision: 'b'.repeat(40) };
    return { ...own, status: { ...status, sync, history: [] } };
  };

  const VIEWS = ['delivery', 'environments', 'releases', 'doctor'];

  const expectNothing = (text: string) => {
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  };

  const expectNotFound = async (name: string, target: string, body: object) => {
    const { status, text } = await act('bob', name, target, {
      schemaVersion: 1,
      ...body,
    });
    expect({ target, status }).toEqual({ target, status: 404 });
    expectNothing(text);
  };

  /** Actions on everything that Ada has, under every name that it may be known by. */
  const attemptAll = async (name: string) => {
    const version =
      world.cluster.get('Rollout', NAMESPACE, 'fraud').metadata
        .resourceVersion ?? '';
    for (const environment of ['staging', NAMESPACE, 'fraud-staging@demo']) {
      await expectNotFound(name, `${environment}/fraud/actions/abort`, {
        resourceVersion: version,
      });
    }
    for (const action of DELIVERY_ACTIONS) {
      await expectNotFound(name, `staging/fraud/actions/${action}`, {
        dryRun: true,
      });
    }
    expect(world.cluster.patches).toEqual([]);
  };

  it.each(THIEVES)(
    'is not shown to %s, and nothing can be done to it',
    async name => {
      await until(
        () => get('bob', name, 'delivery'),
        ({ status }) => status === 200,
      );
      for (const view of VIEWS) {
        const { status, text } = await get('bob', name, view);
        expect({ view, status }).toEqual({ view, status: 200 });
        expectNothing(text);
      }
      const { text } = await get('bob', name, 'delivery');
      for (const { application, deliveries, cluster } of JSON.parse(text)
        .environments) {
        expect(application).toBeUndefined();
        expect(deliveries).toEqual([]);
        expect(cluster).toBeUndefined();
      }
      await attemptAll(name);
    },
  );

  it('is told in the same words whether it exists or not', async () => {
    const { text } = await get('bob', thiefOf('name'), 'delivery');
    world.argocd.remove('fraud-staging');
    await until(
      () => get('ada', 'fraud', 'delivery'),
      own => !own.text.includes('CanaryPauseStep'),
    );
    const without = await get('bob', thiefOf('name'), 'delivery');
    const own = createApplication(world.plugin.forge.url);
    world.argocd.put(own);
    const plain = (body: string) =>
      body.replace(/"[^"]*T[0-9:.]+Z"/g, '"time"');
    expect(plain(without.text)).toBe(plain(text));
    await until(
      () => get('ada', 'fraud', 'delivery'),
      answer => answer.text.includes('CanaryPauseStep'),
    );
  });

  it.each<[string, (forge: string) => object]>([
    ['another repository', forge => ({ repoURL: `${forge}/ml/fraud` })],
    ['a longer name', forge => ({ repoURL: `${forge}/ml/secret-2.git` })],
    ['a path before it', forge => ({ repoURL: `${forge}/x/ml/secret` })],
    ['a path behind it', forge => ({ repoURL: `${forge}/ml/secret/x` })],
    ['another case', forge => ({ repoURL: `${forge}/ml/Secret` })],
    ['an encoded letter', forge => ({ repoURL: `${forge}/ml/%73ecret` })],
    ['a query', forge => ({ repoURL: `${forge}/ml/secret?x=/../fraud` })],
    ['a fragment', forge => ({ repoURL: `${forge}/ml/secret#fraud` })],
    ['two suffixes', forge => ({ repoURL: `${forge}/ml/secret.git.git` })],
    [
      'another port',
      forge => ({ repoURL: `${forge.replace(/\d+$/, '1')}/ml/secret` }),
    ],
    [
      'it as the user of another host',
      forge => ({
        repoURL: `http://${
          new URL(forge).host
        }%2Fml%2Fsecret@evil.test/ml/secret`,
      }),
    ],
    [
      'a host that begins like it',
      () => ({ repoURL: 'http://127.0.0.1.evil/ml/secret' }),
    ],
  ])('is an application of %s', async (_, source) => {
    const { plugin, argocd } = world;
    const { url } = plugin.forge;
    const one = createApplication(url, { name: 'trick' });
    argocd.put({
      ...one,
      spec: { ...one.spec, source: { path: '.', ...source(url) } },
    });
    // After the trick: when this one has been seen, the trick has.
    argocd.put(createOwn());
    const { text } = await until(
      () => get('bob', thiefOf('plain'), 'delivery'),
      answer => answer.text.includes('bobs-own'),
    );
    expect(text).not.toContain('trick');
    argocd.remove('trick');
    argocd.remove('bobs-own');
    await until(
      () => get('bob', thiefOf('plain'), 'delivery'),
      answer => !answer.text.includes('bobs-own'),
    );
  });

  it('is an application of which one source is somebody else’s', async () => {
    const { plugin, argocd } = world;
    const { url } = plugin.forge;
    const { spec, ...one } = createApplication(url, { name: 'mixed' });
    const { source: _, ...rest } = spec;
    argocd.put({
      ...one,
      spec: {
        ...rest,
        sources: [
          { repoURL: `${url}/ml/secret`, path: '.' },
          { repoURL: `${url}/ml/fraud`, path: '.' },
        ],
      },
    });
    argocd.put(createOwn());
    const { text } = await until(
      () => get('bob', thiefOf('plain'), 'delivery'),
      answer => answer.text.includes('bobs-own'),
    );
    expect(text).not.toContain('mixed');
    expectNothing(text);
    argocd.remove('mixed');
    argocd.remove('bobs-own');
  });

  it.each<[string, string, { namespace: string }, string]>([
    [
      'in a namespace that his application does not deploy to',
      'fraud-staging',
      { namespace: 'bob' },
      'Synced',
    ],
    [
      'that another application tracks, in a namespace that they share',
      'fraud-staging',
      { namespace: NAMESPACE },
      'Synced',
    ],
    [
      'that no application tracks, and that only has the name of one he wants',
      '',
      { namespace: NAMESPACE },
      'OutOfSync',
    ],
  ])('is a Rollout %s', async (_, owner, target, sync) => {
    const { argocd, cluster } = world;
    if (owner === '') {
      const { metadata, ...rest } = tracked('nobody');
      const { annotations: _none, ...plain } = metadata;
      cluster.put({ ...rest, metadata: plain });
    }
    const one = createOwn(target.namespace);
    const [resource] = one.status?.resources ?? [];
    argocd.put({
      ...one,
      status: {
        ...one.status,
        resources: [{ ...resource, namespace: NAMESPACE, status: sync }],
      },
    });
    const { text } = await until(
      () => get('bob', thiefOf('plain'), 'delivery'),
      answer => answer.text.includes('bobs-own'),
    );
    const { environments } = JSON.parse(text);
    expect(environments.flatMap(({ deliveries }: never) => deliveries)).toEqual(
      [],
    );
    expectNothing(text);
    await attemptAll(thiefOf('plain'));
    argocd.remove('bobs-own');
    cluster.put(tracked('fraud-staging'));
  });

  it.each([...VIEWS, 'features', 'data', 'models', 'data/history?path=x'])(
    'is forbidden to who does not own it: %s',
    async view => {
      const { status, text } = await get('bob', 'fraud', view);
      expect(status).toBe(403);
      expectNothing(text);
    },
  );

  it.each([
    'FRAUD',
    '%66raud',
    'fraud%00',
    'fraud%2f..%2fthief-plain',
    'thief-plain%2f..%2ffraud',
    '..%2fcomponent%2ffraud',
    'fraud%20',
    'unknown',
  ])('is forbidden under the name %s, too', async name => {
    const { status, text } = await get('bob', name, 'delivery');
    expect(status).toBe(403);
    expectNothing(text);
    const denied = await act('bob', name, 'staging/fraud/actions/abort', {
      schemaVersion: 1,
      resourceVersion: '1',
    });
    expect(denied.status).toBe(403);
  });

  it.each([
    'staging/..%2ffraud/actions/abort',
    '..%2fstaging/fraud/actions/abort',
    'staging/%2e%2e/actions/abort',
    'staging/fraud%2fstatus/actions/abort',
    'staging/__proto__/actions/abort',
  ])('is not reached by %s, also by its owner', async target => {
    const { requests } = world.cluster;
    const before = requests.filter(one => /rollouts\//.test(one)).length;
    const { status } = await act('ada', 'fraud', target, {
      schemaVersion: 1,
      dryRun: true,
    });
    expect(status).toBe(404);
    expect(requests.filter(one => /rollouts\//.test(one))).toHaveLength(before);
  });

  it.each(['thief-plain/../fraud', 'thief-plain/%2e%2e/fraud'])(
    'is not there on the way %s',
    async name => {
      const { status, text } = await get('bob', name, 'delivery');
      expect(status).toBe(404);
      expectNothing(text);
    },
  );

  it('is no row of the fleet, nor counted there', async () => {
    const fleet = async (user: string) => {
      const { body } = await request(world.plugin.server)
        .get('/api/gitops-ml/v1/fleet')
        .set('Authorization', as(user));
      return body;
    };
    const ada = await fleet('ada');
    const bob = await fleet('bob');
    const eve = await fleet('eve');
    expect(ada.rows.map((row: { entityRef: string }) => row.entityRef)).toEqual(
      ['component:default/fraud'],
    );
    expect(
      bob.rows.map((row: { entityRef: string }) => row.entityRef).sort(),
    ).toEqual(THIEVES.map(name => `component:default/${name}`).sort());
    expectNothing(JSON.stringify(bob));
    expect(ada.topics).toHaveLength(1);
    for (const topic of ada.topics) expect(bob.topics).not.toContain(topic);
    expect(eve).toEqual({ schemaVersion: 1, topics: [], rows: [] });
  });

  it('is in no signal', () => {
    const { signals } = world.plugin;
    expect(signals.length).toBeGreaterThan(0);
    for (const { channel, message } of signals) {
      expect(channel).toBe('gitops-ml');
      expect(Object.keys(message)).toEqual(['topic']);
      expect(message.topic).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});
