import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, IncomingMessage, Server } from 'node:http';
import path from 'node:path';
import { createTemporaryFolder, removeFolder } from '@gitops-ml/git/testUtils';
import { createVirtualClock } from '../clock/createVirtualClock';
import { createClusterStore } from '../cluster/createClusterStore';
import { ClusterStore } from '../cluster/ClusterStore';
import { seedDemo } from './seedDemo';

/** Answers by method and path; remembers what was asked. */
class FakeServer {
  readonly asked: string[] = [];
  readonly bodies: unknown[] = [];
  url = '';
  private readonly server: Server;

  constructor(answers: Record<string, unknown>) {
    this.server = createServer((request, response) => {
      const key = `${request.method} ${request.url}`;
      this.asked.push(key);
      readBody(request).then(text => {
        if (text) this.bodies.push(JSON.parse(text));
        response.writeHead(key in answers ? 200 : 404);
        response.end(JSON.stringify(answers[key] ?? {}));
      });
    });
  }

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error();
    this.url = `http://127.0.0.1:${address.port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const REPOSITORY = '/api/v1/repos/ml/fraud-detector';
const event = (id: number, type: string, body: object) => ({ id, type, body });

const createBackstage = (forgeUrl: string) =>
  new FakeServer({
    'POST /api/auth/guest/refresh': { backstageIdentity: { token: 'guest' } },
    'GET /api/catalog/entities/by-name/template/default/ml-monorepo': {},
    'GET /api/gitops-ml/v1/template-options': {
      schemaVersion: 1,
      argocdInstances: ['demo'],
      dvcRemotes: ['http://localhost:3202'],
    },
    'GET /api/catalog/locations': [
      {
        data: { id: 'one', target: `${forgeUrl}/ml/fraud-detector/src/x.yaml` },
      },
      { data: { id: 'two', target: `${forgeUrl}/ml/another/src/x.yaml` } },
    ],
    'DELETE /api/catalog/locations/one': {},
    'POST /api/scaffolder/v2/tasks': { id: 'task' },
    'GET /api/scaffolder/v2/tasks/task': { status: 'failed' },
    'GET /api/scaffolder/v2/tasks/task/events': [
      event(1, 'log', { message: 'Beginning step Publish the repository' }),
      event(2, 'log', { message: '\u001b[31mError: no room\u001b[39m' }),
      event(3, 'completion', {
        message: 'Run completed with status: failed',
        error: { name: 'Error', message: 'the forge has no room' },
      }),
    ],
  });

let folder: string;
let forge: FakeServer;
let backstage: FakeServer;
let store: ClusterStore;
/** What time was told to do. */
let moved: string[];

async function start(forgeAnswers: Record<string, unknown> = {}) {
  forge = new FakeServer(forgeAnswers);
  await forge.start();
  backstage = createBackstage(forge.url);
  await backstage.start();
}

beforeEach(() => {
  folder = createTemporaryFolder();
  store = createClusterStore(createVirtualClock(0));
  moved = [];
});

afterEach(() => {
  forge.stop();
  backstage.stop();
  removeFolder(folder);
});

const account = { username: 'demo', password: 'demo-password' };
const said: string[] = [];
const seed = () =>
  seedDemo({
    directory: folder,
    backstageUrl: backstage.url,
    forge: { ...account, url: forge.url, organisation: 'ml' },
    dvcRemote: { ...account, url: 'http://localhost:3202' },
    world: {
      store,
      timeline: {
        stand: at => moved.push(`stand ${at.toISOString()}`),
        moveTo: at => moved.push(`move to ${at.toISOString()}`),
        bringAbout: async () => {},
        follow: () => moved.push('follow'),
      },
    },
    now: new Date('2026-11-21T10:00:00Z'),
    say: line => said.push(line),
  });
const mark = (state: string) =>
  fs.writeFileSync(path.join(folder, 'seed.json'), JSON.stringify({ state }));

it("fails with the task's own words", async () => {
  await start();
  await expect(seed()).rejects.toThrow(
    /failed: the forge has no room\n.*Publish the repository\n {2}Error: no room\n/,
  );
  expect(said).toContain('Publish the repository');
  expect(moved).toEqual(['stand 2026-09-12T09:05:00.000Z', 'follow']);
  expect(backstage.bodies).toEqual([
    {
      templateRef: 'template:default/ml-monorepo',
      values: expect.objectContaining({
        name: 'fraud-detector',
        owner: 'group:default/ml-team',
        dvcRemote: 'http://localhost:3202',
        repoUrl: `${new URL(forge.url).host}?owner=ml&repo=fraud-detector`,
        environments: [
          expect.objectContaining({ name: 'staging', instance: 'demo' }),
          expect.objectContaining({ name: 'production', instance: 'demo' }),
        ],
      }),
    },
  ]);
});

it('takes back what a seed that was cut off had made', async () => {
  await start({ [`DELETE ${REPOSITORY}`]: {} });
  mark('begun');
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'fraud-detector-production' },
  });
  store.create({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'ml-fraud-detector', namespace: 'argocd' },
  });
  await expect(seed()).rejects.toThrow('the forge has no room');
  expect(forge.asked).toEqual([`DELETE ${REPOSITORY}`]);
  expect(backstage.asked.filter(each => each.startsWith('DELETE'))).toEqual([
    'DELETE /api/catalog/locations/one',
  ]);
  expect(store.list('ApplicationSet')).toEqual([]);
  const namespaces = store.list('Namespace').map(each => each.metadata.name);
  expect(namespaces).not.toContain('fraud-detector-production');
});

it('leaves alone a repository of that name that it did not make', async () => {
  await start({ [`GET ${REPOSITORY}`]: {} });
  await expect(seed()).resolves.toBe(false);
  expect(backstage.asked).toEqual([]);
});

it('does nothing where it is done', async () => {
  await start();
  mark('done');
  await expect(seed()).resolves.toBe(true);
  expect(moved).toEqual([]);
  expect([...forge.asked, ...backstage.asked]).toEqual([]);
});
