import { DvcLockFacts, DvcLockStage, DvcOutput } from '../facts/dvc';
import { collectProvenance } from './collectProvenance';
import { EntryReading } from './EntryReading';

const out = (path: string): DvcOutput => ({
  path,
  external: false,
  kind: 'file',
  hash: { algorithm: 'md5', value: 'aa' },
  size: 1,
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

const stage = (
  name: string,
  outs: string[],
  more: Partial<DvcLockStage> = {},
): DvcLockStage => ({
  name,
  command: `run ${name}`,
  deps: [],
  params: {},
  outs: outs.map(out),
  line: 1,
  ...more,
});

function lock(stages: DvcLockStage[], path = 'dvc.lock'): EntryReading {
  const facts: DvcLockFacts = { kind: 'dvc-lock', path, schema: '2.0', stages };
  return { reader: 'dvc-lock', entry: path, facts, problems: [] };
}

describe('collectProvenance', () => {
  it('gives the stage with what went in', () => {
    const train = stage('train', ['ml/model.pkl'], {
      command: ['fit', 'save'],
      deps: [
        {
          path: 'ml/data',
          external: false,
          hash: { algorithm: 'md5', value: 'dd.dir' },
          size: 9,
          imported: undefined,
        },
      ],
      params: {
        'ml/params.yaml': { 'train.seed': 7 },
        'ml/other.yaml': { seed: 8 },
        'params.yaml': { seed: 9 },
      },
    });
    expect(
      collectProvenance([lock([train], 'ml/dvc.lock')], 'ml/model.pkl'),
    ).toEqual({
      stage: 'train',
      declaredIn: 'ml/dvc.lock',
      command: 'fit\nsave',
      inputs: [
        { path: 'ml/data', hash: { algorithm: 'md5', value: 'dd.dir' } },
      ],
      params: {
        'train.seed': 7,
        'ml/other.yaml:seed': 8,
        'params.yaml:seed': 9,
      },
    });
  });

  it.each([
    ['the output itself', 'models/a/m.pkl', 'exact'],
    ['the nearest folder', 'models/a/n.pkl', 'near'],
    ['a farther folder', 'models/b/m.pkl', 'far'],
    ['no namesake', 'models2/m.pkl', undefined],
  ])('finds %s', (_, path, expected) => {
    const readings = [
      lock([
        stage('far', ['models']),
        stage('near', ['models/a']),
        stage('exact', ['models/a/m.pkl']),
      ]),
    ];
    expect(collectProvenance(readings, path)?.stage).toBe(expected);
  });
});
