// Who may import whom: DESIGN.md's arrows as a machine reads them. The words
// are in docs/architecture.md; scripts/rules.test.mjs shows that they fail.

const tests = '(\\.test\\.tsx?$|/setupTests\\.ts$|/testdata/|/__testUtils__/)';

/** Each package, and the packages of this repository that it may import. */
const arrows = {
  'packages/core': [],
  'packages/git': ['packages/core'],
  'packages/cli': ['packages/core', 'packages/git'],
  'packages/demo': ['packages/core', 'packages/git'],
  'plugins/gitops-ml-common': ['packages/core'],
  'plugins/gitops-ml-node': ['packages/core'],
  'plugins/gitops-ml-backend': [
    'packages/core',
    'packages/git',
    'plugins/gitops-ml-common',
    'plugins/gitops-ml-node',
  ],
  'plugins/scaffolder-backend-module-gitops-ml': [
    'packages/core',
    'plugins/gitops-ml-node',
  ],
  'plugins/gitops-ml': ['plugins/gitops-ml-common'],
  'packages/app': ['plugins/gitops-ml'],
  'packages/backend': [
    'plugins/gitops-ml-backend',
    'plugins/scaffolder-backend-module-gitops-ml',
  ],
};

const folders = names => `(${names.join('|')})/`;

const packageRules = Object.entries(arrows).map(([from, to]) => ({
  name: `imports-of-${from.replace('/', '-')}`,
  comment: `${from} may import ${to.join(', ') || 'no other package'}`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: tests },
  to: {
    path: '^(packages|plugins)/',
    pathNot: `^${folders([from, ...to])}`,
  },
}));

/** Inside one package: a folder, and the folders beside it that it may not import. */
const inside = (base, from, forbidden, why) => ({
  name: `inside-${base.split('/')[1]}-${from}`,
  comment: why,
  severity: 'error',
  from: { path: `^${base}/src/${from}/`, pathNot: tests },
  to: { path: `^${base}/src/${forbidden}` },
});

const formats = ['dvc', 'gto', 'feast', 'descriptor', 'delivery'];
const core = 'packages/core';
const backend = 'plugins/gitops-ml-backend';

const coreRules = [
  ...formats.map(format => ({
    ...inside(
      core,
      format,
      '',
      'a format imports reading, facts and problems, and no other format',
    ),
    to: {
      path: `^${core}/src/`,
      pathNot: `^${core}/src/${folders([
        format,
        'reading',
        'facts',
        'problems',
      ])}`,
    },
  })),
  inside(
    core,
    'reading',
    folders([...formats, 'facts', 'model']),
    'reading knows no format',
  ),
  inside(core, 'facts', folders([...formats, 'model']), 'facts are types only'),
  inside(
    core,
    'model',
    folders(formats),
    'the model is made from facts, whichever format said them',
  ),
];

const wiring = '(plugin|index)\\.ts$';
const backendRules = [
  inside(
    backend,
    'git',
    `(index/|state/|live/|api/|${wiring})`,
    'git gives bytes and revisions and knows nothing above it',
  ),
  inside(
    backend,
    'index',
    `(state/|live/|api/|${wiring})`,
    'the index knows git only, and no live source',
  ),
  inside(
    backend,
    'live',
    `(git/|index/|state/|api/|${wiring})`,
    'live sources know no index',
  ),
  inside(
    backend,
    'state',
    `(git/|api/|${wiring})`,
    'state stands on index and live',
  ),
  inside(
    backend,
    'api',
    `(git/|index/|live/|${wiring})`,
    'routes ask state only',
  ),
  inside(
    backend,
    'forge',
    `(git/|index/|live/|state/|api/|${wiring})`,
    'what a forge is, is asked for in every layer and knows none (docs/adr/0003)',
  ),
];

module.exports = {
  forbidden: [
    ...packageRules,
    ...coreRules,
    ...backendRules,
    {
      name: 'demo-app-and-backend-are-for-tests',
      comment: 'nothing imports app, backend or demo but tests',
      severity: 'error',
      from: { path: '^(?:packages|plugins)/([^/]+)/', pathNot: tests },
      to: {
        path: '^packages/(app|backend|demo)/',
        pathNot: '^packages/$1/',
      },
    },
    {
      name: 'no-node-built-ins-in-a-browser',
      comment: 'core, common and the front end run anywhere',
      severity: 'error',
      from: {
        path: '^(packages/(core|app)|plugins/gitops-ml(-common)?)/(src|dev)/',
        pathNot: tests,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-tests-in-source',
      comment: 'what is published imports no test and no fixture',
      severity: 'error',
      from: { pathNot: [tests, '^plugins/[^/]+/dev/'] },
      to: { path: tests },
    },
    {
      name: 'no-cycles',
      comment: 'two files that import each other are one file in two',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere would escape every rule above',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|dist-types)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
