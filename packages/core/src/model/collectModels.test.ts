import { ModelDescriptorFacts } from '../facts/descriptor';
import {
  DvcArtifact,
  DvcFileFacts,
  DvcHash,
  DvcLockFacts,
  DvcOutput,
  DvcYamlFacts,
} from '../facts/dvc';
import { AnnotatedTag, GtoIndexFacts } from '../facts/gto';
import { resolveGto } from '../gto/resolveGto';
import { collectModels, modelCommits } from './collectModels';
import { EntryReading } from './EntryReading';

const hash = (value: string): DvcHash => ({ algorithm: 'md5', value });

const reading = (
  facts:
    | DvcFileFacts
    | DvcLockFacts
    | DvcYamlFacts
    | GtoIndexFacts
    | ModelDescriptorFacts,
): EntryReading => ({
  reader: facts.kind,
  entry: facts.path,
  facts,
  problems: [],
});

const output = (path: string, md5: string, size: number): DvcOutput => ({
  path,
  external: false,
  kind: 'file',
  hash: hash(md5),
  size,
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
  declaredIn: { path: 'dvc.lock', line: 1 },
});

const artifact = (
  name: string,
  path: string,
  more: Partial<DvcArtifact> = {},
): DvcArtifact => ({
  name,
  path,
  type: undefined,
  description: undefined,
  labels: [],
  declaredIn: { path: 'dvc.yaml', line: 1 },
  ...more,
});

const dvcYaml = (
  artifacts: DvcArtifact[],
  path = 'dvc.yaml',
  stages: string[] = ['train'],
): EntryReading =>
  reading({
    kind: 'dvc-yaml',
    path,
    stages: stages.map(name => ({
      name,
      command: 'run',
      workingDirectory: '',
      deps: [],
      outs: [],
      params: {},
      frozen: false,
      alwaysChanged: false,
      description: undefined,
      line: 1,
    })),
    artifacts,
    metrics: [],
    params: [],
    plots: [],
  });

const dvcLock = (
  stages: Record<string, DvcOutput[]>,
  path = 'dvc.lock',
): EntryReading =>
  reading({
    kind: 'dvc-lock',
    path,
    schema: '2.0',
    stages: Object.entries(stages).map(([name, outs]) => ({
      name,
      command: 'run',
      deps: [],
      params: {},
      outs,
      line: 1,
    })),
  });

const pointer = (out: DvcOutput): EntryReading =>
  reading({
    kind: 'dvc-file',
    path: `${out.path}.dvc`,
    outs: [out],
    deps: [],
    frozen: false,
    description: undefined,
    command: undefined,
  });

const descriptor = (more: Partial<ModelDescriptorFacts>): EntryReading =>
  reading({
    kind: 'model-descriptor',
    path: 'models/m.yaml',
    folder: '',
    name: 'm',
    description: undefined,
    artifact: undefined,
    featureService: undefined,
    metrics: undefined,
    thresholds: [],
    mainMetric: undefined,
    driftBaseline: undefined,
    declaredIn: { path: more.path ?? 'models/m.yaml', line: 2 },
    ...more,
  });

const tag = (name: string, commit: string, day: number): AnnotatedTag => ({
  name,
  commit,
  taggedAt: `2024-01-0${day}T00:00:00Z`,
  tagger: 'Ann',
  message: undefined,
});

function collect(
  tags: AnnotatedTag[],
  head: EntryReading[],
  at: Record<string, EntryReading[]> = {},
) {
  return collectModels({
    gto: resolveGto(tags).facts,
    head,
    readingsAt: new Map(Object.entries(at)),
  });
}

describe('collectModels', () => {
  it('joins tags, declarations and the outputs of their commits', () => {
    const declared = [dvcYaml([artifact('m', 'model.pkl', { type: 'model' })])];
    const tags = [
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v2.0.0', 'c2', 2),
      tag('m#prod#1', 'c1', 3),
    ];
    const { models, problems } = collect(
      tags,
      [
        dvcYaml([
          artifact('m', 'moved.pkl', {
            type: 'model',
            description: 'A model',
            labels: ['nlp'],
          }),
        ]),
      ],
      {
        c1: [...declared, dvcLock({ train: [output('model.pkl', 'aa', 10)] })],
        c2: [...declared, dvcLock({ train: [output('model.pkl', 'bb', 20)] })],
      },
    );
    const prod = {
      stage: 'prod',
      version: 'v1.0.0',
      commit: 'c1',
      tag: 'm#prod#1',
      at: '2024-01-03T00:00:00Z',
      author: 'Ann',
      active: true,
    };
    const version = {
      author: 'Ann',
      message: undefined,
      active: true,
      source: 'gto',
    };
    expect(problems).toEqual([]);
    expect(models).toEqual([
      {
        name: 'm',
        deprecated: false,
        description: 'A model',
        type: 'model',
        labels: ['nlp'],
        latest: 'v2.0.0',
        versions: [
          {
            ...version,
            version: 'v2.0.0',
            commit: 'c2',
            tag: 'm@v2.0.0',
            registeredAt: '2024-01-02T00:00:00Z',
            artifact: { path: 'model.pkl', hash: hash('bb'), size: 20 },
          },
          {
            ...version,
            version: 'v1.0.0',
            commit: 'c1',
            tag: 'm@v1.0.0',
            registeredAt: '2024-01-01T00:00:00Z',
            artifact: { path: 'model.pkl', hash: hash('aa'), size: 10 },
          },
        ],
        stages: { prod },
        assignments: [prod],
        mainMetric: undefined,
        featureService: undefined,
        thresholds: [],
      },
    ]);
  });

  it('names the artifacts of a folder as GTO does', () => {
    const { models } = collect([tag('sub/a=m@v1.0.0', 'c1', 1)], [], {
      c1: [
        dvcYaml([artifact('m', 'sub/a/m.pkl')], 'sub/a/dvc.yaml'),
        dvcLock({ train: [output('sub/a/m.pkl', 'aa', 1)] }, 'sub/a/dvc.lock'),
        dvcYaml([artifact('m', 'other.pkl')]),
      ],
    });
    expect(
      models.map(({ name, versions }) => [name, versions[0].artifact]),
    ).toEqual([
      ['sub/a:m', { path: 'sub/a/m.pkl', hash: hash('aa'), size: 1 }],
    ]);
  });

  it('finds the hash of a model that was added by hand', () => {
    const { models } = collect([tag('m@v1.0.0', 'c1', 1)], [], {
      c1: [
        dvcYaml([artifact('m', 'm.pkl')]),
        pointer(output('m.pkl', 'aa', 0)),
      ],
    });
    expect(models[0].versions[0].artifact).toEqual({
      path: 'm.pkl',
      hash: hash('aa'),
      size: 0,
    });
  });

  it('takes the path from the descriptor where dvc.yaml has none', () => {
    const { models } = collect([tag('m@v1.0.0', 'c1', 1)], [], {
      c1: [
        descriptor({ artifact: 'out/m.pkl' }),
        dvcYaml([]),
        dvcLock({ train: [output('out/m.pkl', 'aa', 1)] }),
      ],
    });
    expect(models[0].versions[0].artifact?.hash).toEqual(hash('aa'));
  });

  it.each([
    ['without readings of the commit', undefined, undefined],
    ['without a declaration there', [dvcYaml([])], undefined],
    [
      'where DVC does not track it',
      [dvcYaml([artifact('m', 'm.pkl')])],
      { path: 'm.pkl', hash: undefined, size: undefined },
    ],
    [
      'inside a tracked folder',
      [
        dvcYaml([artifact('m', 'models/m.pkl')]),
        dvcLock({ train: [output('models', 'aa.dir', 1)] }),
      ],
      { path: 'models/m.pkl', hash: undefined, size: undefined },
    ],
    [
      'of a stage that dvc.yaml no longer has',
      [
        dvcYaml([artifact('m', 'm.pkl')]),
        dvcLock({ old: [output('m.pkl', 'aa', 1)] }),
      ],
      { path: 'm.pkl', hash: undefined, size: undefined },
    ],
  ])('leaves an artifact unknown %s', (_, readings, expected) => {
    const at = readings ? { c1: readings } : {};
    const { models } = collect([tag('m@v1.0.0', 'c1', 1)], [], at);
    expect(models[0].versions[0].artifact).toEqual(expected);
  });

  it('finds the output of a stage made by foreach or matrix', () => {
    const { models } = collect([tag('m@v1.0.0', 'c1', 1)], [], {
      c1: [
        dvcYaml([artifact('m', 'm.pkl')], 'dvc.yaml', ['train']),
        dvcLock({ 'train@eu': [output('m.pkl', 'aa', 1)] }),
      ],
    });
    expect(models[0].versions[0].artifact?.hash).toEqual(hash('aa'));
  });

  it('lists what is declared and was never registered, models only', () => {
    const { models } = collect(
      [tag('b@v1.0.0', 'c1', 1)],
      [
        dvcYaml([
          artifact('a', 'a.pkl'),
          artifact('b', 'b.pkl'),
          artifact('c', 'c.pkl', { type: 'model' }),
          artifact('d', 'd.csv', { type: 'dataset' }),
        ]),
        descriptor({ name: 'e', path: 'models/e.yaml' }),
        reading({
          kind: 'gto-index',
          path: 'artifacts.yaml',
          artifacts: [artifact('f', 'f.csv', { type: 'dataset' })],
        }),
      ],
    );
    expect(models.map(each => [each.name, each.versions.length])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
      ['e', 0],
      ['f', 0],
    ]);
    expect(models[4].type).toBe('dataset');
  });

  it('takes from the descriptor what is asked of the model', () => {
    const asked = {
      mainMetric: { name: 'auc', better: 'higher' as const },
      featureService: 'fraud_v1',
      thresholds: [{ metric: 'auc', min: 0.9, max: undefined }],
      description: 'From the descriptor',
    };
    const { models } = collect(
      [tag('sub=m@v1.0.0', 'c1', 1)],
      [
        descriptor({
          ...asked,
          folder: 'sub',
          path: 'sub/models/m.yaml',
        }),
      ],
    );
    expect(models).toMatchObject([{ name: 'sub:m', ...asked }]);
  });

  it('says when two descriptors describe one model', () => {
    const { models, problems } = collect(
      [],
      [
        descriptor({ description: 'first' }),
        descriptor({ path: 'models/eu/m.yaml', description: 'second' }),
      ],
    );
    expect(models.map(each => each.description)).toEqual(['first']);
    expect(problems).toEqual([
      {
        code: 'duplicate-name',
        severity: 'error',
        path: 'models/eu/m.yaml',
        line: 2,
        args: { kind: 'model', name: 'm', other: 'models/m.yaml' },
      },
    ]);
  });

  it('says when descriptor and dvc.yaml name different artifacts', () => {
    const { problems } = collect(
      [],
      [dvcYaml([artifact('m', 'a.pkl')]), descriptor({ artifact: 'b.pkl' })],
    );
    expect(problems).toMatchObject([
      { code: 'invalid-value', severity: 'warning', path: 'models/m.yaml' },
    ]);
  });

  it('takes readings without facts', () => {
    const broken: EntryReading = {
      reader: 'dvc-yaml',
      entry: 'dvc.yaml',
      facts: undefined,
      problems: [],
    };
    const { models } = collect([tag('m@v1.0.0', 'c1', 1)], [broken], {
      c1: [broken],
    });
    expect(models[0].versions[0].artifact).toBeUndefined();
  });
});

describe('modelCommits', () => {
  it('names each commit of a version once', () => {
    const { facts } = resolveGto([
      tag('a@v1.0.0', 'c1', 1),
      tag('b@v1.0.0', 'c1', 2),
      tag('b#prod', 'c2', 3),
    ]);
    expect(modelCommits(facts).sort()).toEqual(['c1', 'c2']);
  });
});
