import { readFile } from '../__testUtils__/readFiles';
import { dvcLockReader } from './dvcLockReader';

const read = (lock: string, yaml?: string) =>
  readFile(dvcLockReader, 'p/dvc.lock', {
    'p/dvc.lock': lock,
    ...(yaml === undefined ? {} : { 'p/dvc.yaml': yaml }),
  });

const LOCK = [
  "schema: '2.0'",
  'stages:',
  '  train:',
  '    cmd: python train.py',
  '    deps:',
  '    - {path: data, hash: md5, md5: abc.dir, size: 2, nfiles: 2}',
  '    params:',
  '      params.yaml:',
  '        train.seed: 20170428',
  '        base: {lr: 1e-05, layers: [1, 2]}',
  '    outs:',
  '    - {path: model.pkl, hash: md5, md5: def, size: 3}',
].join('\n');

describe('dvc-lock', () => {
  it('reads stages from the folder that dvc.yaml gives them', async () => {
    const yaml = 'stages:\n  train: {cmd: x, wdir: ../src}\n';
    const { facts, problems, asked } = await read(LOCK, yaml);
    expect(problems).toEqual([]);
    expect(asked).toEqual([{ kind: 'get', path: 'p/dvc.yaml' }]);
    expect(facts).toMatchObject({
      kind: 'dvc-lock',
      path: 'p/dvc.lock',
      schema: '2.0',
      stages: [
        {
          name: 'train',
          command: 'python train.py',
          deps: [
            {
              path: 'src/data',
              hash: { algorithm: 'md5', value: 'abc.dir' },
              size: 2,
            },
          ],
          params: {
            'src/params.yaml': {
              'train.seed': 20170428,
              'base.lr': 0.00001,
              'base.layers': [1, 2],
            },
          },
          outs: [
            { path: 'src/model.pkl', hash: { algorithm: 'md5', value: 'def' } },
          ],
          line: 3,
        },
      ],
    });
  });

  it.each([
    ['a foreach stage', 'stages: {t: {foreach: [a], do: {cmd: x, wdir: w}}}'],
    ['a matrix stage', 'stages: {t: {matrix: {a: [1]}, cmd: x, wdir: w}}'],
  ])('finds the folder of %s by the name before @', async (_, yaml) => {
    const lock = "schema: '2.0'\nstages: {t@a: {cmd: x, outs: [{path: o}]}}";
    const { facts } = await read(lock, yaml);
    expect(facts?.stages[0]).toMatchObject({
      name: 't@a',
      outs: [{ path: 'p/w/o' }],
    });
  });

  it('reads the lock of DVC 1.x, which has no schema', async () => {
    const lock = 'train:\n  cmd: x\n  outs:\n  - {path: o, md5: abc}\n';
    const { facts } = await read(lock, 'stages: {train: {cmd: x}}');
    expect(facts).toMatchObject({
      schema: '1.0',
      stages: [
        {
          name: 'train',
          outs: [{ hash: { algorithm: 'md5-dos2unix', value: 'abc' } }],
        },
      ],
    });
  });

  it.each([
    ['dvc.yaml has no such stage', 'stages: {other: {cmd: x}}', []],
    ['there is no dvc.yaml', undefined, []],
    [
      'wdir holds an expression',
      'stages: {train: {cmd: x, wdir: "${w}"}}',
      [{ code: 'unsupported', line: 3 }],
    ],
    [
      'dvc.yaml is broken and says wdir',
      'stages: {train: {wdir: [',
      [{ code: 'unsupported', line: 3 }],
    ],
  ])('gives no paths where %s', async (_, yaml, expected) => {
    const { facts, problems } = await read(LOCK, yaml);
    expect(problems).toMatchObject(expected);
    expect(facts?.stages).toMatchObject([
      {
        name: 'train',
        command: 'python train.py',
        deps: [],
        params: {},
        outs: [],
      },
    ]);
  });

  it('knows the paths beside a broken dvc.yaml that sets no wdir', async () => {
    const { facts } = await read(LOCK, 'stages: [');
    expect(facts?.stages[0].outs[0].path).toBe('p/model.pkl');
  });

  it('keeps good stages beside broken ones', async () => {
    const lock = [
      "schema: '2.0'",
      'stages:',
      '  a: x',
      '  b: {cmd: [x, y], outs: [{path: o, md5: abc}, 3], params: {p: 1}}',
    ].join('\n');
    const yaml = 'stages: {a: {cmd: x}, b: {cmd: x}}';
    const { facts, problems } = await read(lock, yaml);
    expect(facts?.stages).toMatchObject([
      { name: 'b', command: ['x', 'y'], outs: [{ path: 'p/o' }] },
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['invalid-shape', 3],
      ['invalid-shape', 4],
      ['invalid-shape', 4],
    ]);
  });

  it('names a schema that it does not know', async () => {
    const { facts, problems } = await read("schema: '3.0'\nstages: {}\n");
    expect(facts).toBeUndefined();
    expect(problems).toMatchObject([
      {
        code: 'unsupported-version',
        line: 1,
        args: { found: '3.0', supported: '2.0' },
      },
    ]);
  });
});
