import { createNamedSet } from '../__testUtils__/createSet';
import { readUntil, TestArgoCd } from '../__testUtils__/TestArgoCd';
import { Application } from '../contract';

const overlay = 'resources: []\n';
let world: TestArgoCd;

beforeAll(async () => {
  world = await TestArgoCd.start({
    'infra/base/kustomization.yaml': overlay,
    'infra/staging/kustomization.yaml': overlay,
    'infra/Prod_EU/kustomization.yaml': overlay,
    'infra/.hidden/kustomization.yaml': overlay,
    'argocd/eu/Prod_EU.yaml': '- {x: 1}\n- {x: 2}\n',
  });
});

afterAll(() => world.stop());

const git = (fields: object) => ({
  git: { repoURL: world.repoURL, revision: 'main', ...fields },
});
const files = (path: string, fields: object = {}) =>
  git({ files: [{ path }], ...fields });
const list = (...elements: object[]) => ({ list: { elements } });

/** The names of the Applications, or the refusal as status, code and message. */
async function generate(
  generator: object,
  applicationName: string,
): Promise<string[]> {
  const { repoURL } = world;
  const applicationSet = createNamedSet({
    name: 'x',
    repoURL,
    generators: [generator],
    applicationName,
  });
  const { status, json } = await world.call(
    'POST',
    '/applicationsets/generate',
    { applicationSet },
  );
  if (status !== 200) return [`${status} ${json.code} ${json.message}`];
  return json.applications.map(({ metadata }: Application) => metadata.name);
}

describe('a generator gives parameters from', () => {
  it.each<[string, () => object, string, string[]]>([
    ['a list', () => list({ a: 1 }, { a: 'b' }), 'x-{{.a}}', ['x-1', 'x-b']],
    [
      'a file with several sets of them',
      () => files('argocd/eu/*'),
      '{{.path.filenameNormalized}}-{{.x}}',
      ['prod-eu.yaml-1', 'prod-eu.yaml-2'],
    ],
    [
      'where a file is',
      () => files('argocd/eu/*'),
      '{{.path.path | replace "/" "-"}}-{{.path.basename}}-{{index .path.segments 0}}-{{.x}}',
      ['argocd-eu-eu-argocd-1', 'argocd-eu-eu-argocd-2'],
    ],
    [
      'values, and the path under another name',
      () =>
        files('argocd/eu/*', {
          values: { twice: '{{.x}}{{.x}}' },
          pathParamPrefix: 'at',
        }),
      '{{.at.path.basename}}-{{.values.twice}}',
      ['eu-11', 'eu-22'],
    ],
    [
      'folders, but for those that are excluded or hidden',
      () =>
        git({
          directories: [
            { path: 'infra/*' },
            { path: 'infra/base', exclude: true },
          ],
        }),
      'x-{{.path.basenameNormalized}}',
      ['x-prod-eu', 'x-staging'],
    ],
    [
      'a matrix, whose second part uses the first',
      () => ({
        matrix: {
          generators: [list({ env: 'eu' }), files('argocd/{{.env}}/*')],
        },
      }),
      '{{.env}}-{{.x}}',
      ['eu-1', 'eu-2'],
    ],
  ])('%s', async (_what, generator, name, expected) => {
    expect(await generate(generator(), name)).toEqual(expected);
  });
});

const unable =
  'unable to generate Applications of ApplicationSet: error generating applications:';
const unresolved = 'unable to resolve git revision :';
const missing = '0123456789012345678901234567890123456789';

describe('a generator is refused for', () => {
  it.each<[string, () => object, string, string]>([
    [
      'a repository that is not there',
      () => files('*', { repoURL: `${world.forgeUrl}/ml/nope.git` }),
      'x',
      `500 13 ${unresolved} failed to list refs: repository not found: `,
    ],
    [
      'a host that is not this machine',
      () => files('*', { repoURL: 'http://example.org/x.git' }),
      'x',
      `500 13 ${unresolved} failed to list refs: the demo reads repositories of this machine only, not of example.org`,
    ],
    [
      'a path of this machine',
      () => files('*', { repoURL: '/etc' }),
      'x',
      `500 13 ${unresolved} failed to list refs: repository not found`,
    ],
    [
      'a URL that is none',
      () => files('*', { repoURL: 'http://' }),
      'x',
      `500 13 ${unresolved} failed to list refs: repository not found`,
    ],
    [
      'a branch that is not there',
      () => files('*', { revision: 'nope' }),
      'x',
      `500 13 ${unresolved} unable to resolve 'nope' to a commit SHA`,
    ],
    [
      'a range of versions',
      () => files('*', { revision: '1.*' }),
      'x',
      `500 13 ${unresolved} unable to resolve '1.*': ranges of versions are not part of the demo`,
    ],
    [
      'a parameter that is not there',
      () => list({ a: 1 }),
      '{{.b}}',
      `500 2 ${unable} failed to execute go template {{.b}}: template: :1:2: executing "" at <.b>: map has no entry for key "b"`,
    ],
    [
      'a kind that the demo does not have',
      () => ({ clusters: {} }),
      'x',
      `500 2 ${unable} the generator's clusters is not one of the ApplicationSet features that are read`,
    ],
    [
      'a matrix of one',
      () => ({ matrix: { generators: [list({ a: 1 })] } }),
      'x',
      `500 2 ${unable} found less than two generators, Matrix support only two`,
    ],
  ])('%s', async (_what, generator, name, expected) => {
    expect(await generate(generator(), name)).toEqual([expected]);
  });

  it('a commit that is not there', async () => {
    const [answer] = await generate(files('*', { revision: missing }), 'x');
    expect(answer).toContain(
      `500 13 unable to checkout git repo ${world.repoURL} with revision ${missing} pattern *: `,
    );
    expect(answer).toContain(`upload-pack: not our ref ${missing}`);
  });
});

describe('ApplicationSets', () => {
  const make = (name: string) =>
    world.call(
      'POST',
      '/applicationsets',
      createNamedSet({
        name,
        repoURL: world.repoURL,
        generators: [list({ a: 1 }, { a: 2 })],
        applicationName: 'same',
      }),
    );
  const message = async (name: string): Promise<string | undefined> =>
    (await world.call('GET', `/applicationsets/${name}`)).json.status
      .conditions?.[0].message;

  it('may not make two Applications of one name, nor take those of another set', async () => {
    await make('one');
    const twice =
      'ApplicationSet one contains applications with duplicate name: same';
    expect(await readUntil(twice, () => message('one'))).toBe(twice);
    await make('two');
    const owned =
      'Object argocd/same is already owned by another ApplicationSet controller one';
    expect(await readUntil(owned, () => message('two'))).toBe(owned);
  });

  it.each([
    [{ applicationsSync: 'sync' }, ['resources-finalizer.argocd.argoproj.io']],
    [{ preserveResourcesOnDeletion: true }, undefined],
  ])('with %j give the finalizers %j', async (syncPolicy, expected) => {
    const applicationSet = createNamedSet({
      name: 'x',
      repoURL: world.repoURL,
      generators: [list({ a: 1 })],
      applicationName: 'x',
      syncPolicy,
    });
    const { json } = await world.call('POST', '/applicationsets/generate', {
      applicationSet,
    });
    expect(json.applications[0].metadata.finalizers).toEqual(expected);
  });
});

it('met no error of its own', () => {
  expect(world.errors).toEqual([]);
});
