import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { RunningForge, startForge } from '../forge/startForge';
import { pushTo } from './__testUtils__/pushTo';
import { Application, ApplicationSet } from './contract';
import { RunningArgoCd, startArgoCd } from './startArgoCd';

const environment = (revision: string) =>
  `revision: "${revision}"\ncluster: in-cluster\nnamespace: churn-x\n`;
const overlay = 'resources: []\n';

let folder: string;
let forge: RunningForge;
let argoCd: RunningArgoCd;
let repository: TestRepository;
let repoURL: string;
const errors: unknown[] = [];

const start = (port = 0) =>
  startArgoCd({
    directory: path.join(folder, 'argocd'),
    port,
    accounts: [
      { name: 'backstage', token: 'known-token' },
      { name: 'admin', password: 'admin-password' },
    ],
    refreshMs: 60_000,
    onError: error => errors.push(error),
  });

async function call(
  method: string,
  url: string,
  body?: unknown,
  token = argoCd.createToken('admin'),
) {
  const response = await fetch(`${argoCd.url}/api/v1${url}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}

interface SetOptions {
  name: string;
  generators: unknown[];
  template?: object;
  syncPolicy?: object;
}

const setOf = ({ name, generators, template, syncPolicy }: SetOptions) => ({
  metadata: { name },
  spec: {
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    syncPolicy: syncPolicy ?? { preserveResourcesOnDeletion: true },
    generators,
    template: {
      metadata: {
        name: `${name}-{{.path.filenameNormalized | trimSuffix ".yaml"}}`,
        labels: { 'backstage.io/kubernetes-id': name },
      },
      spec: {
        project: 'ml-churn',
        source: {
          repoURL,
          targetRevision: '{{.revision}}',
          path: 'infra/{{.path.filename | trimSuffix ".yaml"}}',
        },
        destination: { name: '{{.cluster}}', namespace: '{{.namespace}}' },
      },
      ...template,
    },
  },
});

const filesOf = (glob: string) => ({
  git: { repoURL, revision: 'main', files: [{ path: glob }] },
});

/** Made by the parameters alone, so that only those are looked at. */
const named = (name: string, namespace = 'churn-x') => ({
  template: {
    metadata: { name },
    spec: {
      project: 'ml-churn',
      source: { repoURL, targetRevision: 'main', path: 'infra' },
      destination: { name: 'in-cluster', namespace },
    },
  },
});

async function generate(options: SetOptions): Promise<string[]> {
  const { status, json } = await call('POST', '/applicationsets/generate', {
    applicationSet: setOf(options),
  });
  if (status !== 200) return [`${status} ${json.code} ${json.message}`];
  return json.applications.map(({ metadata }: Application) => metadata.name);
}

const readSet = async (name: string): Promise<ApplicationSet> =>
  (await call('GET', `/applicationsets/${name}`)).json;

/** Applications of a set, as name@revision. */
async function applicationsOf(name: string): Promise<string[]> {
  const selector = encodeURIComponent(`backstage.io/kubernetes-id=${name}`);
  const { json } = await call('GET', `/applications?selector=${selector}`);
  return json.items.map(
    ({ metadata, spec }: Application) =>
      `${metadata.name}@${spec.source?.targetRevision}`,
  );
}

async function conditionsOf(name: string): Promise<string[]> {
  const { status } = await readSet(name);
  return (status.conditions ?? []).map(
    condition => `${condition.type} ${condition.status} ${condition.reason}`,
  );
}

/** Pushes, says so as a forge does, and waits until the controller has looked. */
async function push(files: Record<string, string | undefined>): Promise<void> {
  repository.commit('change', files);
  await pushTo(repository, forge, 'churn');
  await fetch(`${argoCd.url}/api/webhook`, {
    method: 'POST',
    headers: { 'x-gitea-event': 'push' },
    body: '{}',
  });
}

async function until<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (let tries = 0; tries < 80; tries++) {
    if (JSON.stringify(await read()) === JSON.stringify(expected)) break;
    await sleep(50);
  }
  expect(await read()).toEqual(expected);
}

const upToDate = [
  'ErrorOccurred False ApplicationSetUpToDate',
  'ParametersGenerated True ParametersGenerated',
  'ResourcesUpToDate True ApplicationSetUpToDate',
];

beforeAll(async () => {
  folder = createTemporaryFolder();
  forge = await startForge({
    directory: path.join(folder, 'forge'),
    port: 0,
    organisations: ['ml'],
    account: { username: 'demo', password: 'demo-password' },
    onError: error => errors.push(error),
  });
  repoURL = `${forge.url}/ml/churn.git`;
  repository = new TestRepository(path.join(folder, 'churn'));
  repository.commit('first', {
    'infra/base/kustomization.yaml': overlay,
    'infra/staging/kustomization.yaml': overlay,
    'infra/Prod_EU/kustomization.yaml': overlay,
    'infra/.hidden/kustomization.yaml': overlay,
    'argocd/environments/staging.yaml': environment('main'),
    'argocd/environments/production.yaml': environment('v1'),
    'argocd/broken/a.yaml': 'revision: [main\n',
    'argocd/eu/Prod_EU.yaml': '- {x: 1}\n- {x: 2}\n',
  });
  await pushTo(repository, forge, 'churn');
  argoCd = await start();
  const project = {
    metadata: { name: 'ml-churn' },
    spec: {
      sourceRepos: [repoURL],
      destinations: [{ name: 'in-cluster', namespace: 'churn-*' }],
    },
  };
  expect((await call('POST', '/projects', { project })).status).toBe(200);
});

afterAll(async () => {
  await argoCd.close();
  await forge.close();
  removeFolder(folder);
});

describe('an ApplicationSet over files of environments', () => {
  const environments = 'argocd/environments/*.yaml';

  it('gives one Application for each, with an empty status', async () => {
    const set = setOf({
      name: 'churn',
      generators: [filesOf(environments)],
    });
    expect((await call('POST', '/applicationsets', set)).status).toBe(200);
    await until(
      () => applicationsOf('churn'),
      ['churn-production@v1', 'churn-staging@main'],
    );
    await until(() => conditionsOf('churn'), upToDate);
    const { json } = await call('GET', '/applications/churn-staging');
    expect(json.metadata.finalizers).toBeUndefined();
    expect(json.metadata.ownerReferences).toMatchObject([
      { kind: 'ApplicationSet', name: 'churn', controller: true },
    ]);
    expect(json.status).toEqual({
      sync: {
        status: '',
        comparedTo: { source: { repoURL: '' }, destination: {} },
      },
      health: {},
      summary: {},
      sourceHydrator: {},
    });
    expect((await readSet('churn')).status).toMatchObject({
      resources: [{ name: 'churn-production' }, { name: 'churn-staging' }],
      resourcesCount: 2,
    });
  });

  it('follows a pushed promotion and leaves the other Application as it was', async () => {
    const before = await call('GET', '/applications/churn-staging');
    await push({ 'argocd/environments/production.yaml': environment('v2') });
    await until(
      () => applicationsOf('churn'),
      ['churn-production@v2', 'churn-staging@main'],
    );
    expect(await call('GET', '/applications/churn-staging')).toEqual(before);
    const { json } = await call('GET', '/applications/churn-production');
    expect(json.metadata.generation).toBe(2);
  });

  it('is frozen by one broken file, and deletes nothing', async () => {
    await push({
      'argocd/environments/staging.yaml': 'revision: [main\n',
      'argocd/environments/production.yaml': environment('v3'),
      'argocd/environments/new.yaml': environment('main'),
    });
    await until(
      () => conditionsOf('churn'),
      [
        'ErrorOccurred True ApplicationGenerationFromParamsError',
        'ParametersGenerated False ErrorOccurred',
        'ResourcesUpToDate False ErrorOccurred',
      ],
    );
    const { status } = await readSet('churn');
    expect(status.conditions?.[0].message).toMatch(
      "error generating params from git: unable to process file 'argocd/environments/staging.yaml': unable to parse file: error converting YAML to JSON: yaml: line ",
    );
    expect(await applicationsOf('churn')).toEqual([
      'churn-production@v2',
      'churn-staging@main',
    ]);
  });

  it('goes on when the file is repaired, and drops the Application of a removed one', async () => {
    await push({
      'argocd/environments/staging.yaml': undefined,
      'argocd/environments/new.yaml': environment('main'),
    });
    await until(
      () => applicationsOf('churn'),
      ['churn-new@main', 'churn-production@v3'],
    );
    await until(() => conditionsOf('churn'), upToDate);
  });

  it('tells of a destination that the project forbids on that Application only', async () => {
    await push({
      'argocd/environments/new.yaml':
        'revision: main\ncluster: in-cluster\nnamespace: kube-system\n',
    });
    const conditions = async (name: string) =>
      (await call('GET', `/applications/${name}`)).json.status.conditions?.map(
        ({ type, message }: { type: string; message: string }) => [
          type,
          message,
        ],
      );
    await until(
      () => conditions('churn-new'),
      [
        [
          'InvalidSpecError',
          "application destination server 'in-cluster' and namespace 'kube-system' do not match any of the allowed destinations in project 'ml-churn'",
        ],
      ],
    );
    expect(await conditions('churn-production')).toBeUndefined();
    expect(await conditionsOf('churn')).toEqual(upToDate);
  });

  it('makes nothing for an unknown cluster and says so, but keeps what is there', async () => {
    await push({
      'argocd/environments/new.yaml':
        'revision: main\ncluster: nope\nnamespace: churn-x\n',
    });
    await until(
      () => conditionsOf('churn'),
      [
        'ErrorOccurred True ApplicationValidationError',
        'ParametersGenerated True ParametersGenerated',
        'ResourcesUpToDate False ErrorOccurred',
      ],
    );
    expect(await applicationsOf('churn')).toEqual([
      'churn-new@main',
      'churn-production@v3',
    ]);
    expect((await readSet('churn')).status.conditions?.[0].message).toBe(
      'application destination spec is invalid: there are no clusters with this name: nope',
    );
  });

  it('is all there after a restart, and its tokens still hold', async () => {
    const token = argoCd.createToken('admin');
    const before = await call('GET', '/applications');
    const { port } = argoCd;
    await argoCd.close();
    argoCd = await start(port);
    const after = await call('GET', '/applications', undefined, token);
    expect(after.json.items).toEqual(before.json.items);
  });

  it('takes its Applications along when it is deleted', async () => {
    expect(await call('DELETE', '/applicationsets/churn')).toEqual({
      status: 200,
      json: {},
    });
    expect(await applicationsOf('churn')).toEqual([]);
  });
});

describe('generators', () => {
  it.each<[string, unknown[], string, string[]]>([
    [
      'a list',
      [{ list: { elements: [{ env: 'a' }, { env: 'b' }] } }],
      'x-{{.env}}',
      ['x-a', 'x-b'],
    ],
    [
      'a file with several sets of parameters',
      ['files:argocd/eu/*'],
      '{{.path.filenameNormalized}}-{{.x}}',
      ['prod-eu.yaml-1', 'prod-eu.yaml-2'],
    ],
    [
      'where a file is',
      ['files:argocd/eu/*'],
      '{{.path.path | replace "/" "-"}}-{{.path.basename}}-{{index .path.segments 0}}-{{.x}}',
      ['argocd-eu-eu-argocd-1', 'argocd-eu-eu-argocd-2'],
    ],
    [
      'folders, but for those that are excluded or hidden',
      ['folders:infra/*'],
      'x-{{.path.basenameNormalized}}',
      ['x-prod-eu', 'x-staging'],
    ],
    [
      'a matrix of a list and files',
      [
        {
          matrix: {
            generators: [
              { list: { elements: [{ env: 'eu' }] } },
              'files:argocd/{{.env}}/*',
            ],
          },
        },
      ],
      '{{.env}}-{{.x}}',
      ['eu-1', 'eu-2'],
    ],
  ])('%s', async (_what, generators, name, expected) => {
    const expand = (generator: unknown): unknown => {
      if (typeof generator === 'string') {
        const [kind, glob] = generator.split(':');
        const directories = [
          { path: glob },
          { path: 'infra/base', exclude: true },
        ];
        return kind === 'files'
          ? filesOf(glob)
          : { git: { repoURL, revision: 'main', directories } };
      }
      if (typeof generator === 'object' && generator && 'matrix' in generator) {
        const { matrix } = generator as { matrix: { generators: unknown[] } };
        return { matrix: { generators: matrix.generators.map(expand) } };
      }
      return generator;
    };
    const options = { name: 'x', generators: generators.map(expand) };
    expect(await generate({ ...options, ...named(name) })).toEqual(expected);
  });

  it('takes values and a prefix for the path', async () => {
    const { git } = filesOf('argocd/eu/*');
    const values = { twice: '{{.x}}{{.x}}' };
    const generators = [{ git: { ...git, values, pathParamPrefix: 'at' } }];
    expect(
      await generate({
        name: 'x',
        generators,
        ...named('{{.at.path.basename}}-{{.values.twice}}'),
      }),
    ).toEqual(['eu-11', 'eu-22']);
  });

  const empty =
    'unable to generate Applications of ApplicationSet: error generating applications: ';
  it.each<[string, unknown, string, string]>([
    [
      'a repository that is not there',
      { git: { repoURL: 'nope', files: [{ path: '*' }] } },
      'x',
      '500 13 unable to resolve git revision : failed to list refs: repository not found: ',
    ],
    [
      'a host that is not this machine',
      { git: { repoURL: 'http://example.org/x.git', files: [{ path: '*' }] } },
      'x',
      '500 13 unable to resolve git revision : failed to list refs: the demo reads repositories of this machine only, not of example.org',
    ],
    [
      'a branch that is not there',
      { git: { repoURL: 'churn', revision: 'nope', files: [{ path: '*' }] } },
      'x',
      "500 13 unable to resolve git revision : unable to resolve 'nope' to a commit SHA",
    ],
    [
      'a parameter that is not there',
      { list: { elements: [{ a: 1 }] } },
      '{{.b}}',
      `500 2 ${empty}failed to execute go template {{.b}}: template: :1:2: executing "" at <.b>: map has no entry for key "b"`,
    ],
    [
      'a generator that the demo does not have',
      { clusters: {} },
      'x',
      `500 2 ${empty}the generator's clusters is not part of the demo's ApplicationSets`,
    ],
  ])('refuse %s', async (_what, generator, name, expected) => {
    const text = JSON.stringify(generator)
      .replace('"repoURL":"nope"', `"repoURL":"${forge.url}/ml/nope.git"`)
      .replace('"repoURL":"churn"', `"repoURL":"${repoURL}"`);
    const generators = [JSON.parse(text)];
    expect(await generate({ name: 'x', generators, ...named(name) })).toEqual([
      expected,
    ]);
  });

  it('may not make two Applications of one name, nor take those of another set', async () => {
    const make = async (name: string) =>
      call(
        'POST',
        '/applicationsets',
        setOf({
          name,
          generators: [{ list: { elements: [{ a: 1 }, { a: 2 }] } }],
          ...named('same'),
        }),
      );
    await make('one');
    await until(
      async () => (await readSet('one')).status.conditions?.[0].message,
      'ApplicationSet one contains applications with duplicate name: same',
    );
    await make('two');
    await until(
      async () => (await readSet('two')).status.conditions?.[0].message,
      'Object argocd/same is already owned by another ApplicationSet controller one',
    );
    await call('DELETE', '/applicationsets/two');
    await call('DELETE', '/applicationsets/one');
  });

  it('gives the finalizer unless resources are to be kept', async () => {
    const options = {
      name: 'x',
      generators: [{ list: { elements: [{ a: 1 }] } }],
      ...named('x'),
    };
    const finalizersFor = async (syncPolicy: object) =>
      (
        await call('POST', '/applicationsets/generate', {
          applicationSet: setOf({ ...options, syncPolicy }),
        })
      ).json.applications[0].metadata.finalizers;
    expect(await finalizersFor({ applicationsSync: 'sync' })).toEqual([
      'resources-finalizer.argocd.argoproj.io',
    ]);
    expect(
      await finalizersFor({ preserveResourcesOnDeletion: true }),
    ).toBeUndefined();
  });
});

describe('who asks', () => {
  const asBackstage = (method: string, url: string, body?: unknown) =>
    call(method, url, body, 'known-token');

  it('registers with the least role, and may do no more', async () => {
    const project = { metadata: { name: 'ml-least' }, spec: {} };
    expect((await asBackstage('POST', '/projects', { project })).status).toBe(
      200,
    );
    const upsert = await asBackstage('POST', '/projects', {
      project: { ...project, spec: { description: 'x' } },
      upsert: true,
    });
    expect(upsert).toMatchObject({
      status: 403,
      json: {
        code: 7,
        message: expect.stringMatching(
          /^permission denied: projects, update, ml-least, sub: backstage, iat: \d{4}-/,
        ),
      },
    });
    expect((await asBackstage('GET', '/projects/ml-least')).status).toBe(403);
  });

  it.each([
    ['projects/create/ml-x', 'yes'],
    ['projects/create/x', 'no'],
    ['applicationsets/create/ml-x%2Fml-x', 'yes'],
    ['repositories/create/ml-x%2Fhttp%3A%2F%2Fhost%2Fx', 'no'],
  ])('answers whether it may %s: %s', async (question, value) => {
    expect(await asBackstage('GET', `/account/can-i/${question}`)).toEqual({
      status: 200,
      json: { value },
    });
  });

  it('logs in with a password', async () => {
    const { json } = await call('POST', '/session', {
      username: 'admin',
      password: 'admin-password',
    });
    const user = await call('GET', '/session/userinfo', undefined, json.token);
    expect(user.json).toEqual({
      loggedIn: true,
      username: 'admin',
      iss: 'argocd',
    });
  });

  it('refuses a token whose time is over', async () => {
    const { json } = await call('POST', '/account/backstage/token', {
      id: 'short',
      expiresIn: 1,
    });
    const later = Date.now() + 5000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    const answer = await call('GET', '/projects', undefined, json.token);
    clock.mockRestore();
    expect(answer).toMatchObject({
      status: 401,
      json: {
        code: 16,
        message: 'invalid session: token has invalid claims: token is expired',
      },
    });
  });
});

describe('a request', () => {
  it('of another type than JSON is refused, as a page elsewhere would send it', async () => {
    const response = await fetch(`${argoCd.url}/api/v1/projects`, {
      method: 'POST',
      body: '{}',
    });
    expect(response.status).toBe(415);
  });

  it('with too large a body is refused', async () => {
    const { status, json } = await call('POST', '/projects', {
      project: { metadata: { name: 'x'.repeat(1024 * 1024) } },
    });
    expect([status, json.code]).toEqual([400, 3]);
  });

  it.each([
    ['/nope', 404, 5],
    ['/applications/%', 400, 3],
    ['/applicationsets/nope', 404, 5],
  ])('for %s is answered %d', async (url, status, code) => {
    const answer = await call('GET', url);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('that is no JSON is told so', async () => {
    const response = await fetch(`${argoCd.url}/api/v1/projects`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'nope',
    });
    expect(response.status).toBe(400);
  });
});

describe('pages', () => {
  beforeAll(async () => {
    const application = {
      metadata: { name: 'shown' },
      spec: {
        project: 'ml-churn',
        source: { repoURL, path: 'infra/<b>', targetRevision: 'main' },
        destination: { name: 'in-cluster', namespace: 'churn-x' },
      },
    };
    const url = '/applications?validate=false';
    expect((await call('POST', url, application)).status).toBe(200);
  });

  it.each(['/applications/argocd/shown', '/applications/shown'])(
    '%s says what it is and that nothing is synced yet',
    async url => {
      const response = await fetch(argoCd.url + url);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain(
        "default-src 'none'",
      );
      for (const text of [
        'shown',
        'ml-churn',
        repoURL,
        'infra/&lt;b&gt;',
        'in-cluster, namespace churn-x',
        'Demo: not synced yet',
      ]) {
        expect(html).toContain(text);
      }
    },
  );

  it.each([
    ['/applications', true],
    ['/applications?proj=ml-churn', true],
    ['/applications?proj=other', false],
  ])('%s lists it: %s', async (url, expected) => {
    const html = await (await fetch(argoCd.url + url)).text();
    expect(html.includes('/applications/argocd/shown')).toBe(expected);
  });

  it('says of an unknown application that it is not here', async () => {
    const response = await fetch(`${argoCd.url}/applications/argocd/%3Cb%3E`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('&lt;b&gt; is not here');
  });
});

it('keeps what it stores from other users of this machine', () => {
  const directory = path.join(folder, 'argocd');
  const file = path.join(directory, 'identity.json');
  expect(fs.statSync(file).mode & 0o077).toBe(0);
});

it('met no error of its own', () => {
  expect(errors).toEqual([]);
});
