import { parse, parseAllDocuments } from 'yaml';
import { createApplicationSet } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { collectEnvironments, selectFacts } from '@gitops-ml/core';
import {
  AWKWARD,
  LARGEST,
  ONE_ENVIRONMENT,
  TWO_INSTANCES,
  USUAL,
} from './__testUtils__/cases';
import { Baked } from './__testUtils__/contract';
import { expectedFiles } from './__testUtils__/expectedFiles';
import { withOutputs } from './__testUtils__/outputAction';
import { readBaked } from './__testUtils__/readBaked';
import { readTemplate } from './__testUtils__/readTemplateFolder';
import {
  startScaffolder,
  TestScaffolder,
} from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const template = readTemplate();
const cloneUrl = (owner: string, name: string) =>
  `http://localhost:3200/${owner}/${name}.git`;

const OUTPUTS = {
  publish: {
    remoteUrl: 'http://localhost:3200/ml/x.git',
    repoContentsUrl: 'http://localhost:3200/ml/x/src/branch/main/',
  },
  argocd: {
    applications: [
      {
        environment: 'staging',
        name: 'x-staging',
        url: 'http://localhost:3201/applications/argocd/x-staging',
      },
      {
        environment: 'production',
        name: 'x-production',
        url: 'http://localhost:3201/applications/argocd/x-production',
      },
    ],
  },
  catalog: { entityRef: 'component:default/x' },
};

let scaffolder: TestScaffolder;
const bake = (values: object): Promise<Baked> =>
  scaffolder.bake(withOutputs(template, OUTPUTS), values);

beforeAll(async () => {
  scaffolder = await startScaffolder();
});
afterAll(() => scaffolder?.stop());

describe.each([
  ['the usual values', USUAL, cloneUrl('ml', 'fraud-detector')],
  [
    'two instances and a system',
    TWO_INSTANCES,
    cloneUrl('ML-Org', 'Ranking.Model'),
  ],
  ['awkward values', AWKWARD, cloneUrl('ml', 'null')],
  ['one environment', ONE_ENVIRONMENT, cloneUrl('ml', 'ab')],
  ['the largest values', LARGEST, cloneUrl('o'.repeat(40), 'R'.repeat(100))],
])('ml-monorepo with %s', (_, values, repoUrl) => {
  let baked: Baked;
  const text = (path: string) => baked.files[path].toString('utf8');
  const yaml = (path: string) => parse(text(path));
  const paths = (suffix: string) =>
    Object.keys(baked.files).filter(path => path.endsWith(suffix));

  beforeAll(async () => {
    baked = await bake(values);
  });

  it('has these files and no others', () => {
    expect(Object.keys(baked.files)).toEqual(expectedFiles(values));
  });

  it('leaves no signs of the template', () => {
    const files = Object.keys(baked.files).filter(
      path => !path.startsWith('.github/'),
    );
    const left = files.filter(path =>
      /\$\{\{|\{%|\{#|undefined/.test(
        text(path).split(values.description).join('').split(quoted()).join(''),
      ),
    );
    expect(left).toEqual([]);
    function quoted() {
      return JSON.stringify(values.description);
    }
  });

  it('means the same to readers of YAML 1.1 and 1.2', () => {
    // "on:" of a workflow is a key that YAML 1.1 takes for true.
    const read = paths('.yaml').filter(path => !path.startsWith('.github/'));
    for (const path of read) {
      const [one, two] = (['1.1', '1.2'] as const).map(version =>
        parseAllDocuments(text(path), { version, strict: true }).map(each => {
          expect(each.errors).toEqual([]);
          return each.toJS();
        }),
      );
      expect(one).toEqual(two);
      expect(two.length).toBeGreaterThan(0);
    }
  });

  it('names the environments in the order of the form', async () => {
    const readings = await readBaked(baked.files);
    expect(collectEnvironments(readings).map(({ name }) => name)).toEqual(
      values.environments.map(({ name }) => name),
    );
  });

  it('is read without a problem', async () => {
    const readings = await readBaked(baked.files);
    expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
    const [feast] = selectFacts(readings, 'feast');
    expect(feast.unresolved).toEqual([]);
    expect(feast.featureViews.map(({ name }) => name).sort()).toEqual([
      'account_activity',
      'merchant_risk',
    ]);
    const [descriptor] = selectFacts(readings, 'model-descriptor');
    expect(descriptor).toMatchObject({
      name: values.name,
      artifact: `models/${values.name}.json`,
      featureService: 'transaction_scoring',
    });
    const [file] = selectFacts(readings, 'gitops-ml-file');
    expect(file.template).toEqual({ name: 'ml-monorepo', version: '0.1.0' });
  });

  it('holds no lock, no model and no data on day zero', () => {
    expect(Object.keys(baked.files)).not.toContain('dvc.lock');
    expect(paths('.csv')).toEqual([]);
    expect(yaml('data/raw/transactions.csv.dvc').outs).toEqual([
      {
        md5: '592aa9cce23c2b2729320449166e322c',
        size: 205697,
        hash: 'md5',
        path: 'transactions.csv',
      },
    ]);
    expect(yaml('infra/base/kustomization.yaml').resources).not.toContain(
      '../serving',
    );
  });

  it('keeps what was filled in, to the letter', () => {
    expect(yaml('catalog-info.yaml')).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: values.name,
        description: values.description,
        annotations: {
          'gitops-ml/path': '.',
          'argocd/app-selector': `backstage.io/kubernetes-id=${values.name}`,
          'backstage.io/kubernetes-id': values.name,
          'feast.dev/project': values.name.replace(/-/g, '_'),
        },
      },
      spec: {
        type: 'ml-service',
        lifecycle: 'experimental',
        owner: values.owner,
        ...(values.system ? { system: values.system } : {}),
      },
    });
    expect(text('README.md')).toContain(values.description);
    for (const { name, instance, cluster, namespace } of values.environments) {
      expect(yaml(`argocd/${instance}/environments/${name}.yaml`)).toEqual({
        revision: 'main',
        cluster,
        namespace,
      });
    }
  });

  it('records the ApplicationSet that is registered', () => {
    for (const { instance } of values.environments) {
      expect(yaml(`argocd/${instance}/applicationset.yaml`)).toEqual(
        createApplicationSet({ component: values.name, instance, repoUrl }),
      );
    }
  });

  it('names one DVC remote, the same for DVC and for what serves', () => {
    const url = `${values.dvcRemote.replace(/\/+$/, '')}/${values.name}`;
    expect(text('.dvc/config')).toBe(
      `[core]\n    remote = storage\n['remote "storage"']\n    url = ${url}\n    auth = basic\n`,
    );
    expect(text('infra/serving/settings.env')).toBe(`DVC_REMOTE_URL=${url}\n`);
  });

  it('lets the analysis ask what the descriptor promises', () => {
    const { min } = yaml(`models/${values.name}.yaml`).thresholds.roc_auc;
    const [metric] = yaml('infra/serving/analysis.yaml').spec.metrics;
    expect(metric.successCondition).toBe(`result >= ${min}`);
    expect(metric.provider.web.url).toBe(
      `http://${values.name}-canary.{{args.namespace}}.svc/evaluation`,
    );
  });
});

describe('ml-monorepo', () => {
  it('starts over after a crash', () => {
    expect(template.spec.EXPERIMENTAL_recovery).toEqual({
      EXPERIMENTAL_strategy: 'startOver',
    });
  });

  it('links repository, entity and an application for each environment', async () => {
    const { output } = await bake(USUAL);
    expect(output).toMatchObject({
      links: [
        { url: 'http://localhost:3200/ml/x' },
        { entityRef: 'component:default/x' },
        {
          title: 'Argo CD, staging',
          url: 'http://localhost:3201/applications/argocd/x-staging',
        },
        {
          title: 'Argo CD, production',
          url: 'http://localhost:3201/applications/argocd/x-production',
        },
      ],
      text: [
        {
          content: expect.stringContaining(
            '- [x-production](http://localhost:3201/applications/argocd/x-production)',
          ),
        },
      ],
    });
    expect(output).toMatchObject({
      text: [{ content: expect.stringContaining('make data && dvc push') }],
    });
  });

  const first = USUAL.environments[0];
  const withEnvironment = (change: object) => ({
    ...USUAL,
    environments: [{ ...first, ...change }],
  });
  it.each([
    ['no name', { ...USUAL, name: undefined }],
    ['a capital letter', { ...USUAL, name: 'Fraud' }],
    ['a digit first', { ...USUAL, name: '1fraud' }],
    ['a hyphen last', { ...USUAL, name: 'fraud-' }],
    ['a path', { ...USUAL, name: '../fraud' }],
    ['a line break in the name', { ...USUAL, name: 'fraud\n' }],
    ['41 letters', { ...USUAL, name: 'f'.repeat(41) }],
    ['no owner', { ...USUAL, owner: undefined }],
    ['no description', { ...USUAL, description: '' }],
    ['a control character', { ...USUAL, description: 'a\u0007b' }],
    ['no environment', { ...USUAL, environments: [] }],
    ['no environments at all', { ...USUAL, environments: undefined }],
    ['the same environment twice', { ...USUAL, environments: [first, first] }],
    ['an environment named base', withEnvironment({ name: 'base' })],
    ['an environment named serving', withEnvironment({ name: 'serving' })],
    ['an environment that is a path', withEnvironment({ name: '../x' })],
    ['an instance that is a path', withEnvironment({ instance: '..' })],
    ['no instance', withEnvironment({ instance: undefined })],
    ['a namespace that is no label', withEnvironment({ namespace: 'a.b' })],
    ['an unknown key', withEnvironment({ revision: 'main' })],
    ['a remote of another kind', { ...USUAL, dvcRemote: 's3://bucket' }],
    ['a remote with a line break', { ...USUAL, dvcRemote: 'http://a/\nb' }],
    ['no repository', { ...USUAL, repoUrl: undefined }],
    ['half a repository', { ...USUAL, repoUrl: 'localhost:3200?owner=ml' }],
  ])('is refused by the back end with %s', async (_, values) => {
    expect((await scaffolder.check(template, values)).status).toBe(400);
  });
});
