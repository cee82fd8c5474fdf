import { AnnotatedTag } from '../facts/gto';
import { resolveGto } from '../gto/resolveGto';
import {
  artifactOf,
  descriptorOf,
  dvcLock,
  dvcYaml,
  md5,
  outputOf,
  pointerTo,
  readingOf,
  runOf,
  stageOf,
} from './__testUtils__/buildReadings';
import { collectModels, modelCommits } from './collectModels';
import { EntryReading } from './EntryReading';

const tag = (name: string, commit: string, day: number): AnnotatedTag => ({
  name,
  commit,
  taggedAt: `2024-01-0${day}T00:00:00Z`,
  tagger: 'Ann',
  message: undefined,
});

/** A pipeline that declares the artifact `m`, and what its last run wrote. */
const trained = (path: string, value: string, size: number) => [
  dvcYaml({ artifacts: [artifactOf('m', path)], stages: [stageOf('train')] }),
  dvcLock([runOf('train', [outputOf(path, { hash: md5(value), size })])]),
];

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
    const described = artifactOf('m', 'moved.pkl', {
      type: 'model',
      description: 'A model',
      labels: ['nlp'],
    });
    const { models, problems } = collect(
      [
        tag('m@v1.0.0', 'c1', 1),
        tag('m@v2.0.0', 'c2', 2),
        tag('m#prod#1', 'c1', 3),
      ],
      [dvcYaml({ artifacts: [described] })],
      {
        c1: trained('model.pkl', 'aa', 10),
        c2: trained('model.pkl', 'bb', 20),
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
            artifact: { path: 'model.pkl', hash: md5('bb'), size: 20 },
          },
          {
            ...version,
            version: 'v1.0.0',
            commit: 'c1',
            tag: 'm@v1.0.0',
            registeredAt: '2024-01-01T00:00:00Z',
            artifact: { path: 'model.pkl', hash: md5('aa'), size: 10 },
          },
        ],
        stages: { prod },
        assignments: [prod],
        artifactPath: 'moved.pkl',
        metricsFile: undefined,
        mainMetric: undefined,
        featureService: undefined,
        thresholds: [],
      },
    ]);
  });

  it('names the artifacts of a folder as GTO does', () => {
    const out = outputOf('a/b/m.pkl', { hash: md5('aa'), size: 1 });
    const { models } = collect([tag('a/b=m@v1.0.0', 'c1', 1)], [], {
      c1: [
        dvcYaml({ artifacts: [artifactOf('m', 'other.pkl')] }),
        dvcYaml(
          {
            artifacts: [artifactOf('m', 'a/b/m.pkl')],
            stages: [stageOf('train')],
          },
          'a/b/dvc.yaml',
        ),
        dvcLock([runOf('train', [out])], 'a/b/dvc.lock'),
      ],
    });
    expect(models).toMatchObject([
      {
        name: 'a/b:m',
        versions: [
          { artifact: { path: 'a/b/m.pkl', hash: md5('aa'), size: 1 } },
        ],
      },
    ]);
  });

  it('finds the hash of a model that was added by hand', () => {
    const { models } = collect([tag('m@v1.0.0', 'c1', 1)], [], {
      c1: [
        dvcYaml({ artifacts: [artifactOf('m', 'm.pkl')] }),
        pointerTo(outputOf('m.pkl', { hash: md5('aa'), size: 0 })),
      ],
    });
    expect(models[0].versions[0].artifact).toEqual({
      path: 'm.pkl',
      hash: md5('aa'),
      size: 0,
    });
  });

  it('takes the path from the descriptor where dvc.yaml has none', () => {
    const { models } = collect([tag('m@v1.0.0', 'c1', 1)], [], {
      c1: [
        descriptorOf({ artifact: 'out/m.pkl' }),
        pointerTo(outputOf('out/m.pkl', { hash: md5('aa') })),
      ],
    });
    expect(models[0].versions[0].artifact?.hash).toEqual(md5('aa'));
  });

  const unknown = (path: string) => ({
    path,
    hash: undefined,
    size: undefined,
  });

  it.each([
    ['without readings of the commit', undefined, undefined],
    ['without a declaration there', [dvcYaml()], undefined],
    [
      'where DVC does not track it',
      [dvcYaml({ artifacts: [artifactOf('m', 'm.pkl')] })],
      unknown('m.pkl'),
    ],
    [
      'inside a tracked folder',
      [
        dvcYaml({ artifacts: [artifactOf('m', 'models/m.pkl')] }),
        pointerTo(outputOf('models', { hash: md5('aa.dir') })),
      ],
      unknown('models/m.pkl'),
    ],
    [
      'of a stage that dvc.yaml no longer has',
      [
        dvcYaml({ artifacts: [artifactOf('m', 'm.pkl')] }),
        dvcLock([runOf('old', [outputOf('m.pkl', { hash: md5('aa') })])]),
      ],
      unknown('m.pkl'),
    ],
    [
      'of a file that could not be read',
      [
        {
          reader: 'dvc-yaml',
          entry: 'dvc.yaml',
          facts: undefined,
          problems: [],
        },
      ],
      undefined,
    ],
  ])('leaves an artifact unknown %s', (_, readings, expected) => {
    const { models } = collect(
      [tag('m@v1.0.0', 'c1', 1)],
      [],
      readings ? { c1: readings } : undefined,
    );
    expect(models[0].versions[0].artifact).toEqual(expected);
  });

  it('lists what is declared and was never registered, models only', () => {
    const { models } = collect(
      [tag('b@v1.0.0', 'c1', 1)],
      [
        dvcYaml({
          artifacts: [
            artifactOf('a', 'a.pkl'),
            artifactOf('b', 'b.pkl'),
            artifactOf('c', 'c.pkl', { type: 'model' }),
            artifactOf('d', 'd.csv', { type: 'dataset' }),
          ],
        }),
        descriptorOf({ name: 'e', path: 'models/e.yaml' }),
        readingOf({
          kind: 'gto-index',
          path: 'artifacts.yaml',
          artifacts: [artifactOf('f', 'f.csv', { type: 'dataset' })],
        }),
      ],
    );
    expect(
      models.map(({ name, type, versions }) => [name, type, versions.length]),
    ).toEqual([
      ['a', undefined, 0],
      ['b', undefined, 1],
      ['c', 'model', 0],
      ['e', undefined, 0],
      ['f', 'dataset', 0],
    ]);
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
      [descriptorOf({ ...asked, folder: 'sub', path: 'sub/models/m.yaml' })],
    );
    expect(models).toMatchObject([{ name: 'sub:m', ...asked }]);
  });

  it('says when two descriptors describe one model', () => {
    const { models, problems } = collect(
      [],
      [
        descriptorOf({ description: 'first' }),
        descriptorOf({ path: 'models/eu/m.yaml', description: 'second' }),
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
      [
        dvcYaml({ artifacts: [artifactOf('m', 'a.pkl')] }),
        descriptorOf({ artifact: 'b.pkl' }),
      ],
    );
    expect(problems).toEqual([
      {
        code: 'invalid-value',
        severity: 'warning',
        path: 'models/m.yaml',
        line: 2,
        args: {
          where: 'artifact',
          value: 'b.pkl',
          expected: 'a.pkl, the path that dvc.yaml declares',
        },
      },
    ]);
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
