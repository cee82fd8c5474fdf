import { createEnvironmentSet } from './__testUtils__/createSet';
import { readUntil, TestArgoCd } from './__testUtils__/TestArgoCd';
import { Application, ApplicationSet } from './contract';

const environment = (revision: string) =>
  `revision: "${revision}"\ncluster: in-cluster\nnamespace: churn-x\n`;
const overlay = 'resources: []\n';
const upToDate = [
  'ErrorOccurred False ApplicationSetUpToDate',
  'ParametersGenerated True ParametersGenerated',
  'ResourcesUpToDate True ApplicationSetUpToDate',
];

let world: TestArgoCd;

const readSet = async (): Promise<ApplicationSet> =>
  (await world.call('GET', '/applicationsets/churn')).json;

/** As name@revision. */
async function readApplications(): Promise<string[]> {
  const selector = encodeURIComponent('backstage.io/kubernetes-id=churn');
  const { json } = await world.call(
    'GET',
    `/applications?selector=${selector}`,
  );
  return json.items.map(
    ({ metadata, spec }: Application) =>
      `${metadata.name}@${spec.source?.targetRevision}`,
  );
}

async function readConditions(): Promise<string[]> {
  const { status } = await readSet();
  return (status.conditions ?? []).map(
    condition => `${condition.type} ${condition.status} ${condition.reason}`,
  );
}

async function readProblems(name: string): Promise<string[]> {
  const { json } = await world.call('GET', `/applications/${name}`);
  const { conditions = [] }: Application['status'] = json.status;
  return conditions.map(({ type, message }) => `${type} ${message}`);
}

/** Reads until it is so, and holds it to that. */
async function expectSoon<T>(read: () => Promise<T>, expected: T) {
  expect(await readUntil(expected, read)).toEqual(expected);
}

beforeAll(async () => {
  world = await TestArgoCd.start({
    'infra/staging/kustomization.yaml': overlay,
    'argocd/environments/staging.yaml': environment('main'),
    'argocd/environments/production.yaml': environment('v1'),
  });
});

afterAll(() => world.stop());

describe('an ApplicationSet over files of environments', () => {
  it('gives one Application for each, with an empty status', async () => {
    const { repoURL } = world;
    const files = [{ path: 'argocd/environments/*.yaml' }];
    const set = createEnvironmentSet({
      name: 'churn',
      repoURL,
      generators: [{ git: { repoURL, revision: 'main', files } }],
    });
    const answer = await world.call('POST', '/applicationsets', set);
    expect(answer.status).toBe(200);
    await expectSoon(readApplications, [
      'churn-production@v1',
      'churn-staging@main',
    ]);
    await expectSoon(readConditions, upToDate);
    const { json } = await world.call('GET', '/applications/churn-staging');
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
    expect((await readSet()).status).toMatchObject({
      resources: [{ name: 'churn-production' }, { name: 'churn-staging' }],
      resourcesCount: 2,
    });
  });

  it('follows a pushed promotion and leaves the other Application as it was', async () => {
    const before = await world.call('GET', '/applications/churn-staging');
    await world.push({
      'argocd/environments/production.yaml': environment('v2'),
    });
    await expectSoon(readApplications, [
      'churn-production@v2',
      'churn-staging@main',
    ]);
    const after = await world.call('GET', '/applications/churn-staging');
    expect(after).toEqual(before);
    const { json } = await world.call('GET', '/applications/churn-production');
    expect(json.metadata.generation).toBe(2);
  });

  it('is frozen by one broken file, and deletes nothing', async () => {
    await world.push({
      'argocd/environments/staging.yaml': 'revision: [main\n',
      'argocd/environments/production.yaml': environment('v3'),
      'argocd/environments/new.yaml': environment('main'),
    });
    await expectSoon(readConditions, [
      'ErrorOccurred True ApplicationGenerationFromParamsError',
      'ParametersGenerated False ErrorOccurred',
      'ResourcesUpToDate False ErrorOccurred',
    ]);
    const { status } = await readSet();
    expect(status.conditions?.[0].message).toMatch(
      "error generating params from git: unable to process file 'argocd/environments/staging.yaml': unable to parse file: error converting YAML to JSON: yaml: line ",
    );
    expect(await readApplications()).toEqual([
      'churn-production@v2',
      'churn-staging@main',
    ]);
  });

  it('goes on when the file is repaired, and drops the Application of a removed one', async () => {
    await world.push({
      'argocd/environments/staging.yaml': undefined,
      'argocd/environments/new.yaml': environment('main'),
    });
    await expectSoon(readApplications, [
      'churn-new@main',
      'churn-production@v3',
    ]);
    await expectSoon(readConditions, upToDate);
  });

  it('tells of a destination that the project forbids on that Application only', async () => {
    await world.push({
      'argocd/environments/new.yaml':
        'revision: main\ncluster: in-cluster\nnamespace: kube-system\n',
    });
    await expectSoon(
      () => readProblems('churn-new'),
      [
        "InvalidSpecError application destination server 'in-cluster' and namespace 'kube-system' do not match any of the allowed destinations in project 'ml-churn'",
      ],
    );
    expect(await readProblems('churn-production')).toEqual([]);
    expect(await readConditions()).toEqual(upToDate);
  });

  it('makes nothing for an unknown cluster and says so, but keeps what is there', async () => {
    await world.push({
      'argocd/environments/new.yaml':
        'revision: main\ncluster: nope\nnamespace: churn-x\n',
    });
    await expectSoon(readConditions, [
      'ErrorOccurred True ApplicationValidationError',
      'ParametersGenerated True ParametersGenerated',
      'ResourcesUpToDate False ErrorOccurred',
    ]);
    expect(await readApplications()).toEqual([
      'churn-new@main',
      'churn-production@v3',
    ]);
    expect((await readSet()).status.conditions?.[0].message).toBe(
      'application destination spec is invalid: there are no clusters with this name: nope',
    );
  });

  it('is all there after a restart, and its tokens still hold', async () => {
    const token = world.argoCd?.createToken('admin');
    const before = await world.call('GET', '/applications');
    await world.restart();
    const after = await world.call('GET', '/applications', undefined, token);
    expect(after.json.items).toEqual(before.json.items);
    expect(after.json.items).toHaveLength(2);
  });

  it('takes its Applications along when it is deleted', async () => {
    expect(await world.call('DELETE', '/applicationsets/churn')).toEqual({
      status: 200,
      json: {},
    });
    expect(await readApplications()).toEqual([]);
  });
});

it('met no error of its own', () => {
  expect(world.errors).toEqual([]);
});
