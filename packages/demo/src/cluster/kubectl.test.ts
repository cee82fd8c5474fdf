import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { findKubectl } from '../testUtils/findKubectl';
import { hasKubectl } from '../testUtils/kubectl';
import { startTestCluster } from './__testUtils__/TestCluster';

type TestCluster = Awaited<ReturnType<typeof startTestCluster>>;

const template = {
  metadata: { labels: { app: 'churn' } },
  spec: { containers: [{ name: 'service', image: 'registry/churn:v1' }] },
};

const rollout = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'churn', namespace: 'ml', labels: { team: 'a' } },
  spec: { replicas: 2, template },
};

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'churn-1', namespace: 'ml', labels: { app: 'churn' } },
  spec: template.spec,
};

const running = {
  phase: 'Running',
  conditions: [{ type: 'Ready', status: 'True' }],
  containerStatuses: [
    {
      name: 'service',
      ready: true,
      restartCount: 0,
      state: { running: { startedAt: '2026-09-12T08:00:00Z' } },
    },
  ],
};

/** The cells of what kubectl prints as a table. */
const cells = (output: string) =>
  output
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s{2,}/));

(hasKubectl ? describe : describe.skip)('the real kubectl', () => {
  let cluster: TestCluster;
  let environment: NodeJS.ProcessEnv;

  /** What it prints; where it fails, what it says of that. */
  const kubectl = (...args: string[]) =>
    new Promise<string>(resolve => {
      execFile(
        findKubectl(),
        args,
        { env: environment, encoding: 'utf8' },
        (error, stdout, stderr) => resolve(error ? stderr : stdout),
      );
    });

  const write = (name: string, content: object): string => {
    const file = path.join(cluster.directory, name);
    fs.writeFileSync(file, JSON.stringify(content));
    return file;
  };

  beforeAll(async () => {
    cluster = await startTestCluster();
    const kubeconfig = path.join(cluster.directory, 'kubeconfig');
    fs.writeFileSync(kubeconfig, cluster.kubeconfig);
    environment = { HOME: cluster.directory, KUBECONFIG: kubeconfig };
    const { store, clock } = cluster;
    for (const name of ['ml', 'other']) {
      const metadata = { name };
      store.create({ apiVersion: 'v1', kind: 'Namespace', metadata });
    }
    store.create(rollout);
    store.updateStatus({
      ...rollout,
      status: { phase: 'Healthy', replicas: 2, availableReplicas: 1 },
    });
    store.create(pod);
    store.updateStatus({ ...pod, status: running });
    await clock.advance(90_000);
  });

  afterAll(async () => {
    await cluster.close();
    if (cluster.errors.length > 0) throw cluster.errors[0];
  });

  it('prints a Rollout as its definition says, with nothing where nothing is', async () => {
    const output = await kubectl('get', 'ro', '-A');
    expect(output.split('\n').map(line => line.trimEnd())).toEqual([
      'NAMESPACE   NAME    DESIRED   CURRENT   UP-TO-DATE   AVAILABLE   AGE',
      'ml          churn   2         2                      1           90s',
      '',
    ]);
  });

  it('prints pods with and without the columns that are wide', async () => {
    expect(cells(await kubectl('get', 'pods', '-n', 'ml'))).toEqual([
      ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
      ['churn-1', '1/1', 'Running', '0', '90s'],
    ]);
    const wide = cells(
      await kubectl('get', 'pods', '-n', 'ml', '-o', 'wide', '--show-labels'),
    );
    expect(wide[1]).toEqual([
      ...['churn-1', '1/1', 'Running', '0', '90s'],
      ...['<none>', '<none>', '<none>', '<none>', 'app=churn'],
    ]);
  });

  it.each([
    ['labels', ['-l', 'app=churn'], 'pod/churn-1\n'],
    ['other labels', ['-l', 'app notin (churn)'], ''],
    ['a phase', ['--field-selector', 'status.phase=Running'], 'pod/churn-1\n'],
    ['another phase', ['--field-selector', 'status.phase!=Running'], ''],
  ])('selects by %s', async (_what, selector, expected) => {
    const args = ['get', 'pods', '-n', 'ml', '-o', 'name', ...selector];
    expect(await kubectl(...args)).toBe(expected);
  });

  it('reads a long list in parts', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) {
      const metadata = { name, namespace: 'other' };
      cluster.store.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata });
    }
    const args = ['get', 'cm', '-n', 'other', '-o', 'name', '--chunk-size=2'];
    expect(await kubectl(...args)).toBe(
      names.map(name => `configmap/${name}\n`).join(''),
    );
  });

  it('waits for a status, and sees it come', async () => {
    const args = ['wait', 'ro/churn', '-n', 'ml', '--timeout=60s'];
    const waiting = kubectl(...args, '--for=jsonpath={.status.phase}=Paused');
    cluster.store.patch(
      'Rollout',
      'ml',
      'churn',
      { status: { phase: 'Paused' } },
      { subresource: 'status' },
    );
    expect(await waiting).toBe('rollout.argoproj.io/churn condition met\n');
  });

  it('watches a table', async () => {
    const watching = spawn(
      findKubectl(),
      ['get', 'cm', '-n', 'ml', '-w', '--no-headers'],
      { env: environment },
    );
    const lines: string[] = [];
    watching.stdout.on('data', data => lines.push(String(data)));
    const make = (name: string) =>
      cluster.store.create({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: 'ml' },
        data: { key: 'value' },
      });
    make('before');
    while (!/before .*\n/.test(lines.join(''))) {
      await once(watching.stdout, 'data');
    }
    make('after');
    while (!/after .*\n/.test(lines.join(''))) {
      await once(watching.stdout, 'data');
    }
    watching.kill();
    expect(cells(lines.join(''))).toEqual([
      ['before', '1', '0s'],
      ['after', '1', '0s'],
    ]);
  });

  it('patches the status alone', async () => {
    const patch = JSON.stringify({ status: { promoteFull: true }, spec: {} });
    const args = ['patch', 'ro', 'churn', '-n', 'ml', '--type=merge'];
    await kubectl(...args, '--subresource=status', '-p', patch);
    expect(cluster.store.get('Rollout', 'ml', 'churn')).toMatchObject({
      spec: { replicas: 2 },
      status: { promoteFull: true },
    });
  });

  it('patches by operations', async () => {
    const patch = [{ op: 'replace', path: '/spec/replicas', value: 5 }];
    const args = ['patch', 'ro', 'churn', '-n', 'ml', '--type=json'];
    await kubectl(...args, '-p', JSON.stringify(patch));
    expect(cluster.store.get('Rollout', 'ml', 'churn')).toMatchObject({
      spec: { replicas: 5 },
    });
  });

  it('creates, describes, replaces and deletes what a file holds', async () => {
    const file = write('map.json', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'mine', namespace: 'ml' },
      data: { key: 'value' },
    });
    expect(await kubectl('create', '-f', file)).toBe(
      'configmap/mine created\n',
    );
    expect(await kubectl('create', '-f', file)).toContain(
      'configmaps "mine" already exists',
    );
    expect(await kubectl('describe', 'cm', 'mine', '-n', 'ml')).toContain(
      'demo.gitops-ml.io/simulated: true',
    );
    expect(await kubectl('replace', '-f', file)).toBe(
      'configmap/mine replaced\n',
    );
    await kubectl('delete', '-f', file);
    expect(await kubectl('get', '-f', file)).toContain(
      'Error from server (NotFound): configmaps "mine" not found',
    );
  });

  it('shows events of an object', async () => {
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'churn.1', namespace: 'ml' },
      involvedObject: { kind: 'Rollout', namespace: 'ml', name: 'churn' },
      type: 'Normal',
      reason: 'RolloutPaused',
      message: 'Rollout is paused',
      lastTimestamp: '2026-09-12T08:01:00Z',
    });
    expect(cells(await kubectl('get', 'ev', '-n', 'ml'))[1]).toEqual([
      ...['30s', 'Normal', 'RolloutPaused', 'rollout/churn'],
      'Rollout is paused',
    ]);
  });

  it.each([
    [['auth', 'can-i', 'delete', 'pods'], 'yes\n'],
    [['auth', 'whoami', '-o', 'jsonpath={.status.userInfo.username}'], 'admin'],
    [['auth', 'can-i', 'delete', 'pods', '--token=few'], ''],
    [['auth', 'can-i', 'list', 'ro', '-n', 'ml', '--token=few'], 'yes\n'],
  ])('%j answers %j', async (args, expected) => {
    expect(await kubectl(...args)).toBe(expected);
  });

  it('lists what a token may do', async () => {
    const output = await kubectl(
      ...['auth', 'can-i', '--list', '-n', 'ml', '--token=few'],
    );
    expect(cells(output)).toContainEqual([
      'rollouts.argoproj.io',
      '[]',
      '[]',
      '[get list patch]',
    ]);
  });

  it.each([
    [['get', 'pods', '--token=wrong'], 'You must be logged in to the server'],
    [['get', 'ro', 'x', '-n', 'ml'], '(NotFound): rollouts.argoproj.io "x"'],
    [['get', 'pods', '-A', '--token=few'], '(Forbidden): pods is forbidden'],
    [['get', 'nothing'], `doesn't have a resource type "nothing"`],
  ])('%j is told why not', async (args, expected) => {
    expect(await kubectl(...args)).toContain(expected);
  });

  it('knows every kind by its short name', async () => {
    const output = await kubectl('api-resources', '--no-headers');
    expect(cells(output)).toContainEqual([
      ...['applications', 'app,apps', 'argoproj.io/v1alpha1'],
      ...['true', 'Application'],
    ]);
  });
});
