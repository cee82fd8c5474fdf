import { readFiles, Files } from '../__testUtils__/readFiles';
import { READERS } from '../readers';
import { collectEnvironments } from './collectEnvironments';

const URL = 'https://git.example/ml/churn.git';

function applicationSet(generators: string, name = '{{.name}}'): string {
  return `# The record.
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: churn}
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
${generators.replace(/^/gm, '    ')}
  template:
    metadata:
      name: 'churn-${name}'
      labels: {gitops-ml/environment: '${name}'}
    spec:
      project: ml-churn
      source: {repoURL: ${URL}, targetRevision: main, path: 'infra/${name}'}
      destination: {name: in-cluster, namespace: 'churn-${name}'}
`;
}

const golden = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: churn}
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
    - git: {repoURL: ${URL}, revision: main, files: [{path: argocd/eu/environments/*.yaml}]}
  template:
    metadata:
      name: 'churn-{{.path.filenameNormalized | trimSuffix ".yaml"}}'
      labels: {gitops-ml/environment: '{{.path.filename | trimSuffix ".yaml"}}'}
    spec:
      project: ml-churn
      source: {repoURL: ${URL}, targetRevision: '{{.revision}}', path: 'infra/{{.path.filename | trimSuffix ".yaml"}}'}
      destination: {name: '{{.cluster}}', namespace: '{{.namespace}}'}
`;

async function collect(files: Files) {
  const readings = await readFiles(READERS, files);
  return {
    environments: collectEnvironments(readings),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

const names = (found: Awaited<ReturnType<typeof collect>>) =>
  found.environments.map(({ name }) => name);

describe('environments of Argo CD', () => {
  it('come from the files that an ApplicationSet goes through', async () => {
    const { environments, problems } = await collect({
      'argocd/eu/applicationset.yaml': golden,
      'argocd/eu/environments/staging.yaml':
        'revision: main\ncluster: in-cluster\nnamespace: churn-staging\n',
      'argocd/us/environments/other.yaml': 'revision: main\n',
    });
    expect(problems).toEqual([]);
    expect(environments).toEqual([
      {
        name: 'staging',
        instance: 'eu',
        cluster: 'in-cluster',
        namespace: 'churn-staging',
        overlay: 'infra/staging',
        revision: 'main',
        application: 'churn-staging',
        project: 'ml-churn',
        repoUrl: URL,
        declaredBy: [
          {
            source: 'argocd',
            spot: { path: 'argocd/eu/environments/staging.yaml', line: 1 },
            fields: [
              'instance',
              'cluster',
              'namespace',
              'overlay',
              'revision',
              'application',
              'project',
              'repoUrl',
            ],
          },
        ],
      },
    ]);
  });

  it('are all there but the one whose file is broken', async () => {
    const found = await collect({
      'argocd/eu/applicationset.yaml': golden,
      'argocd/eu/environments/staging.yaml':
        'revision: main\ncluster: in-cluster\nnamespace: a\n',
      'argocd/eu/environments/production.yaml': 'revision: [main\n',
    });
    expect(names(found)).toEqual(['staging']);
    expect(found.problems).toEqual([
      expect.objectContaining({
        code: 'yaml-syntax',
        path: 'argocd/eu/environments/production.yaml',
      }),
    ]);
  });

  const listed = '- list: {elements: [{name: a}, {name: b}]}\n';
  const folders = `- git: {repoURL: ${URL}, revision: main, directories: [{path: infra/*}, {path: infra/base, exclude: true}]}\n`;
  it.each([
    ['a list', listed, '{{.name}}', ['a', 'b']],
    ['folders', folders, '{{.path.basename}}', ['p', 's']],
    [
      'a matrix of both',
      `- matrix:\n    generators:\n${`${listed}${folders}`.replace(
        /^(?=.)/gm,
        '      ',
      )}`,
      '{{.path.basename}}-{{.name}}',
      ['p-a', 's-a', 'p-b', 's-b'],
    ],
  ])('come from %s', async (_what, generators, name, expected) => {
    const found = await collect({
      'deploy/set.yaml': applicationSet(generators, name),
      'infra/base/x.txt': '',
      'infra/s/x.txt': '',
      'infra/p/x.txt': '',
    });
    expect(found.problems).toEqual([]);
    expect(names(found).sort()).toEqual([...expected].sort());
  });

  it.each([
    [
      'a generator that is not read',
      '- clusters: {}\n',
      'unsupported',
      "In an ApplicationSet, the generator's clusters",
    ],
    [
      'a git generator of another repository',
      '- git: {repoURL: https://git.example/other, files: [{path: a/*}]}\n',
      'unsupported',
      'In an ApplicationSet, a git generator of another repository',
    ],
  ])('leave a problem for %s', async (_what, generators, code, what) => {
    const { environments, problems } = await collect({
      'set.yaml': applicationSet(generators),
    });
    expect(environments).toEqual([]);
    expect(problems).toEqual([
      {
        code,
        severity: 'warning',
        path: 'set.yaml',
        line: 1,
        args: { what },
      },
    ]);
  });

  it('leave a problem for a key that is not there', async () => {
    const { problems } = await collect({
      'set.yaml': applicationSet('- list: {elements: [{nam: a}]}\n'),
    });
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'not-generated',
        args: {
          reason: expect.stringContaining('map has no entry for key "name"'),
        },
      }),
    ]);
  });

  it('come from the second document of a file, with its line; a root application is none', async () => {
    const application = (name: string, path: string) => `---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}}
spec:
  source: {repoURL: ${URL}, path: ${path}}
  destination: {server: https://kubernetes.default.svc, namespace: ${name}}
`;
    const { environments, problems } = await collect({
      'apps/all.yaml': `kind: Other\n${application(
        'root',
        'apps',
      )}${application('one', 'k8s/overlays/eu')}`,
    });
    expect(problems).toEqual([]);
    expect(environments).toEqual([
      expect.objectContaining({
        name: 'eu',
        server: 'https://kubernetes.default.svc',
        application: 'one',
        declaredBy: [
          expect.objectContaining({
            spot: { path: 'apps/all.yaml', line: 10 },
          }),
        ],
      }),
    ]);
  });
});

it('environments of Flux follow their GitRepository', async () => {
  const { environments } = await collect({
    'clusters/eu/staging.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: churn}
spec: {url: "https://bot:secret@git.example/ml/churn.git", ref: {branch: main}}
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: churn-staging}
spec: {path: ./infra/staging, targetNamespace: churn, sourceRef: {kind: GitRepository, name: churn}}
`,
  });
  expect(environments).toEqual([
    {
      name: 'staging',
      overlay: 'infra/staging',
      namespace: 'churn',
      revision: 'main',
      application: 'churn-staging',
      repoUrl: 'https://git.example/ml/churn.git',
      declaredBy: [
        {
          source: 'flux',
          spot: { path: 'clusters/eu/staging.yaml', line: 6 },
          fields: [
            'namespace',
            'overlay',
            'revision',
            'application',
            'repoUrl',
          ],
        },
      ],
    },
  ]);
});

it('overlays are folders that build on others, and bases are none', async () => {
  const found = await collect({
    'infra/base/kustomization.yaml': 'resources: [a.yaml]\n',
    'infra/serving/kustomization.yaml': 'resources: [b.yaml]\n',
    'infra/staging/kustomization.yaml': 'resources: [../base]\n',
    'ml/overlays/eu/kustomization.yaml':
      'resources: ["https://git.example/x//base?ref=v1"]\n',
  });
  expect(names(found)).toEqual(['staging', 'eu']);
});

it('the earlier source wins in each field, and is kept', async () => {
  const { environments } = await collect({
    'gitops-ml.yaml':
      'schemaVersion: 1\nenvironments:\n  - {name: staging, revision: v1, cluster: eu}\n',
    'set.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: churn-staging}
spec:
  source: {repoURL: ${URL}, path: infra/staging, targetRevision: main}
  destination: {server: https://other, namespace: churn}
`,
    'infra/base/kustomization.yaml': 'resources: []\n',
    'infra/staging/kustomization.yaml': 'resources: [../base]\n',
  });
  expect(environments).toEqual([
    {
      name: 'staging',
      revision: 'v1',
      cluster: 'eu',
      namespace: 'churn',
      overlay: 'infra/staging',
      application: 'churn-staging',
      repoUrl: URL,
      declaredBy: [
        {
          source: 'gitops-ml.yaml',
          spot: { path: 'gitops-ml.yaml', line: 1 },
          fields: ['cluster', 'revision'],
        },
        {
          source: 'argocd',
          spot: { path: 'set.yaml', line: 1 },
          fields: ['namespace', 'overlay', 'application', 'repoUrl'],
        },
        {
          source: 'overlay',
          spot: { path: 'infra/staging/kustomization.yaml', line: 1 },
          fields: [],
        },
      ],
    },
  ]);
});

it('stand in the order of gitops-ml.yaml, whatever the names of other files', async () => {
  const found = await collect({
    'gitops-ml.yaml':
      'schemaVersion: 1\nenvironments: [{name: staging}, {name: production}]\n',
    'argocd/eu/applicationset.yaml': golden,
    'argocd/eu/environments/dev.yaml':
      'revision: main\ncluster: in-cluster\nnamespace: a\n',
    'argocd/eu/environments/production.yaml':
      'revision: 0123456789\ncluster: in-cluster\nnamespace: b\n',
    'argocd/eu/environments/staging.yaml':
      'revision: main\ncluster: in-cluster\nnamespace: c\n',
  });
  expect(names(found)).toEqual(['staging', 'production', 'dev']);
});

it('what is no manifest is passed over, whatever it is', async () => {
  const { environments, problems } = await collect({
    'chart/templates/x.yaml': 'kind: Deployment\n{{- if .Values.x }}\n',
    'chart/templates/app.yaml':
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: {{ .Values.name }}\n',
    'x.yaml': '- [broken\n',
  });
  expect(environments).toEqual([]);
  expect(problems).toEqual([
    {
      code: 'unsupported',
      severity: 'warning',
      path: 'chart/templates/app.yaml',
      line: 1,
      args: { what: 'A manifest in a Helm template' },
    },
  ]);
});
