import {
  DvcConfigFacts,
  DvcFileFacts,
  DvcIgnoreFacts,
  DvcYamlFacts,
} from '../facts/dvc';
import { FeastFacts, FeastFeatureView } from '../facts/feast';
import { GtoFacts } from '../facts/gto';
import { collectDoctor } from './collectDoctor';
import { DoctorPage } from './Doctor';
import { EntryReading } from './EntryReading';

const NO_TAGS: GtoFacts = { kind: 'gto', artifacts: [] };

const CONFIG: DvcConfigFacts = {
  kind: 'dvc-config',
  path: '.dvc/config',
  root: '',
  coreRemote: 'storage',
  remotes: [],
  sections: {},
};

const POINTER: DvcFileFacts = {
  kind: 'dvc-file',
  path: 'data.dvc',
  outs: [
    {
      path: 'data',
      external: false,
      kind: 'file',
      hash: undefined,
      size: undefined,
      files: undefined,
      isExec: false,
      cache: true,
      push: true,
      persist: false,
      remote: undefined,
      role: 'data',
      description: undefined,
      type: undefined,
      labels: [],
      contents: undefined,
      declaredIn: { path: 'data.dvc', line: 2 },
    },
  ],
  deps: [],
  frozen: false,
  description: undefined,
  command: undefined,
};

const DVC_YAML: DvcYamlFacts = {
  kind: 'dvc-yaml',
  path: 'train/dvc.yaml',
  stages: [],
  artifacts: [
    {
      name: 'churn',
      path: 'train/model.pkl',
      type: 'model',
      description: undefined,
      labels: [],
      declaredIn: { path: 'train/dvc.yaml', line: 9 },
    },
  ],
  metrics: [
    { path: 'metrics.json', state: 'read', values: {} },
    { path: 'broken.json', state: 'problem', values: {} },
    { path: 'remote.json', state: 'in-remote', values: {} },
  ],
  params: [{ path: 'gone.yaml', state: 'absent', values: {} }],
  plots: [],
};

const VIEW: FeastFeatureView = {
  name: 'customer',
  type: 'FeatureView',
  entities: [],
  joinKeys: [],
  features: [],
  ttlSeconds: 0,
  online: true,
  sources: [],
  mode: undefined,
  description: undefined,
  tags: {},
  owner: undefined,
  version: undefined,
  definedIn: { path: 'features/views.py', line: 1 },
  unresolvedFields: [],
};

const FEAST: FeastFacts = {
  kind: 'feast',
  path: 'features',
  store: {
    path: 'features/feature_store.yaml',
    project: 'shop',
    provider: 'local',
    registry: undefined,
    onlineStore: undefined,
    offlineStore: undefined,
    settings: {},
  },
  entities: [],
  dataSources: [],
  featureViews: [VIEW],
  featureServices: [],
  unresolved: [],
  files: ['features/views.py', 'features/broken.py'],
};

function reading(
  reader: string,
  entry: string,
  facts: unknown,
  ...failed: string[]
): EntryReading {
  const problems = failed.map(path => ({
    code: 'yaml-syntax' as const,
    severity: 'error' as const,
    path,
  }));
  return { reader, entry, facts, problems };
}

function gaps(page: DoctorPage): string[] {
  return page.missing.map(gap => gap.remedy);
}

it('lists each file once per reader, sorted, with what came of it', () => {
  const { files } = collectDoctor({
    gto: NO_TAGS,
    readings: [
      reading(
        'feast',
        'features/feature_store.yaml',
        FEAST,
        'features/broken.py',
      ),
      reading('dvc-yaml', 'train/dvc.yaml', DVC_YAML, 'broken.json'),
      reading('dvc-file', 'b.dvc', undefined, 'b.dvc'),
      reading('dvc-file', 'a.dvc', POINTER),
      reading('descriptor', 'models/README.yaml', undefined),
      reading('kaput', 'entry', undefined, 'elsewhere'),
    ],
  });
  expect(files).toEqual([
    { path: 'a.dvc', reader: 'dvc-file', status: 'read' },
    { path: 'b.dvc', reader: 'dvc-file', status: 'problem' },
    { path: 'broken.json', reader: 'dvc-yaml', status: 'problem' },
    { path: 'elsewhere', reader: 'kaput', status: 'problem' },
    { path: 'entry', reader: 'kaput', status: 'problem' },
    { path: 'features/broken.py', reader: 'feast', status: 'problem' },
    { path: 'features/feature_store.yaml', reader: 'feast', status: 'read' },
    { path: 'features/views.py', reader: 'feast', status: 'read' },
    { path: 'metrics.json', reader: 'dvc-yaml', status: 'read' },
    { path: 'models/README.yaml', reader: 'descriptor', status: 'ignored' },
    { path: 'train/dvc.yaml', reader: 'dvc-yaml', status: 'read' },
  ]);
});

it('passes over what .dvcignore matches, as DVC does', () => {
  const ignored: DvcIgnoreFacts = {
    kind: 'dvc-ignore',
    path: '.dvcignore',
    patterns: [{ pattern: 'old/', line: 1 }],
  };
  const { files, pages } = collectDoctor({
    gto: NO_TAGS,
    readings: [
      reading('dvc-config', '.dvc/config', CONFIG),
      reading('dvc-file', 'old/a.dvc', { ...POINTER, path: 'old/a.dvc' }),
      reading('dvc-file', 'old/b.dvc', undefined, 'old/b.dvc'),
      reading('dvc-ignore', '.dvcignore', ignored),
    ],
  });
  expect(files).toEqual([
    { path: '.dvc/config', reader: 'dvc-config', status: 'read' },
    { path: '.dvcignore', reader: 'dvc-ignore', status: 'read' },
    { path: 'old/a.dvc', reader: 'dvc-file', status: 'ignored' },
    { path: 'old/b.dvc', reader: 'dvc-file', status: 'ignored' },
  ]);
  expect(pages[1]).toMatchObject({ page: 'data', ready: false });
});

it('says for an empty revision what each page lacks', () => {
  const { pages } = collectDoctor({ readings: [], gto: NO_TAGS });
  expect(pages.map(({ page, ready }) => [page, ready])).toEqual([
    ['features', false],
    ['data', false],
    ['models', false],
  ]);
  expect(pages.map(gaps)).toEqual([
    [
      'Run `feast init`, and commit feature_store.yaml and the definitions beside it.',
    ],
    [
      'Run `dvc init`, and commit .dvc/config.',
      'Run `dvc add data/FILE`, and commit the .dvc file that it writes.',
    ],
    [
      'Name the model under `artifacts:` in dvc.yaml, with `type: model`.',
      'Run `gto register NAME --version v0.1.0`, and push the tag.',
    ],
  ]);
});

it('is ready for what is there, and names what is still missing', () => {
  const { pages } = collectDoctor({
    gto: NO_TAGS,
    readings: [
      reading('feast', 'features/feature_store.yaml', FEAST),
      reading('feast', 'other/feature_store.yaml', {
        ...FEAST,
        path: '',
        featureViews: [],
      }),
      reading('dvc-config', '.dvc/config', {
        ...CONFIG,
        coreRemote: undefined,
      }),
      reading('dvc-file', 'data.dvc', POINTER),
      reading('dvc-yaml', 'train/dvc.yaml', DVC_YAML),
    ],
  });
  expect(pages).toEqual([
    {
      page: 'features',
      ready: true,
      missing: [],
    },
    {
      page: 'data',
      ready: true,
      missing: [
        {
          what: 'No default remote is set, so the data is only where it was made.',
          remedy:
            'Run `dvc remote add --default NAME URL`, commit .dvc/config, and run `dvc push`.',
        },
      ],
    },
    {
      page: 'models',
      ready: true,
      missing: [
        {
          what: 'No model version is registered.',
          remedy:
            'Run `gto register train:churn --version v0.1.0`, and push the tag.',
        },
      ],
    },
  ]);
});

it('misses feature views only where no project has any', () => {
  const { pages } = collectDoctor({
    gto: NO_TAGS,
    readings: [
      reading('feast', 'feature_store.yaml', { ...FEAST, featureViews: [] }),
    ],
  });
  expect(pages[0]).toEqual({
    page: 'features',
    ready: false,
    missing: [
      {
        what: 'No feature view is defined beside a feature_store.yaml.',
        remedy: 'Define one in a Python file below its folder, and commit it.',
      },
    ],
  });
});

it('misses nothing in a complete revision', () => {
  const gto: GtoFacts = {
    kind: 'gto',
    artifacts: [
      {
        name: 'churn',
        deprecated: false,
        latest: 'v1.0.0',
        versions: [],
        stages: {},
        assignments: [],
      },
    ],
  };
  const { pages } = collectDoctor({
    gto,
    readings: [
      reading('feast', 'features/feature_store.yaml', FEAST),
      reading('dvc-config', '.dvc/config', CONFIG),
      reading('dvc-file', 'data.dvc', POINTER),
    ],
  });
  expect(pages).toEqual([
    { page: 'features', ready: true, missing: [] },
    { page: 'data', ready: true, missing: [] },
    { page: 'models', ready: true, missing: [] },
  ]);
});
