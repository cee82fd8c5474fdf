import { DvcYamlFacts } from '../facts/dvc';
import { Files, readFile } from '../__testUtils__/readFiles';
import { dvcYamlReader } from './dvcYamlReader';

const read = (text: string, files: Files = {}, path = 'dvc.yaml') =>
  readFile(dvcYamlReader, path, { ...files, [path]: text });

async function factsOf(text: string, files?: Files): Promise<DvcYamlFacts> {
  const { facts, problems } = await read(text, files);
  expect(problems).toEqual([]);
  if (!facts) throw new Error('no facts');
  return facts;
}

describe('dvc-yaml', () => {
  it('reads stages with all that is written of them', async () => {
    const facts = await factsOf(
      [
        'stages:',
        '  train:',
        '    cmd: [python a.py, python b.py]',
        '    wdir: src',
        '    deps: [./a.py, ../data, "s3://u:p@b/x"]',
        '    params: [lr, seed, other.json: [a.b], whole.toml: ]',
        '    outs: [m.pkl: {persist: true, remote: r, desc: d}, plain]',
        '    metrics: [m.json: {cache: false}]',
        '    plots: [p.csv: {x: a, cache: false}]',
        '    frozen: true',
        '    always_changed: true',
        '    desc: trains',
      ].join('\n'),
      {
        'src/params.yaml': 'lr: 1\n',
        'src/other.json': '{}',
        'src/whole.toml': '',
      },
    );
    expect(facts.stages).toMatchObject([
      {
        name: 'train',
        templating: 'none',
        command: ['python a.py', 'python b.py'],
        workingDirectory: 'src',
        deps: ['src/a.py', 'data', 's3://b/x'],
        outs: [
          {
            path: 'src/m.pkl',
            persist: true,
            remote: 'r',
            description: 'd',
            declaredIn: { path: 'dvc.yaml', line: 7 },
          },
          { path: 'src/plain', cache: true },
          { path: 'src/m.json', role: 'metrics', cache: false },
          { path: 'src/p.csv', role: 'plots', cache: false },
        ],
        params: {
          'src/params.yaml': ['lr', 'seed'],
          'src/other.json': ['a.b'],
          'src/whole.toml': null,
        },
        frozen: true,
        alwaysChanged: true,
        description: 'trains',
        line: 2,
      },
    ]);
  });

  it('reads artifacts and plots of the top level', async () => {
    const facts = await factsOf(
      [
        'plots:',
        '- a.csv',
        '- title: {x: step, y: {b.csv: v, c.csv: [v, w]}}',
        '- d.csv: {x: step, y: v}',
        '- e.csv:',
        'artifacts:',
        '  m: {path: model//clf, type: model, desc: d, labels: [l]}',
        '  legacy: {type: model}',
      ].join('\n'),
    );
    expect(facts.plots).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv']);
    expect(facts.artifacts).toEqual([
      {
        name: 'm',
        path: 'model/clf',
        type: 'model',
        description: 'd',
        labels: ['l'],
        declaredIn: { path: 'dvc.yaml', line: 7 },
      },
      {
        name: 'legacy',
        path: undefined,
        type: 'model',
        description: undefined,
        labels: [],
        declaredIn: { path: 'dvc.yaml', line: 8 },
      },
    ]);
  });

  it('gives the values of metrics: numbers and texts, flattened', async () => {
    const facts = await factsOf('metrics: [a.json, b.yaml, c.toml, d]', {
      'a.json':
        '{"acc": 0.5, "n": {"m": 0, "s": "x", "l": [1], "z": null}, "loss": NaN}',
      'b.yaml': 'a: {b: true}\n',
      'c.toml': 'x = 1.5\nd = 2020-01-01\n',
      d: '0.25',
    });
    expect(facts.metrics).toEqual([
      {
        path: 'a.json',
        state: 'read',
        values: { acc: 0.5, 'n.m': 0, 'n.s': 'x', loss: 'NaN' },
      },
      { path: 'b.yaml', state: 'read', values: { 'a.b': true } },
      { path: 'c.toml', state: 'read', values: { x: 1.5, d: '2020-01-01' } },
      { path: 'd', state: 'read', values: { '': 0.25 } },
    ]);
  });

  it('gives all values of params files, and those of the root by itself', async () => {
    const files = { 'params.yaml': 'lr: 1e-3\nlayers: [1, 2]\nnone:\n' };
    const facts = await factsOf('stages: {}', files);
    expect(facts.params).toEqual([
      {
        path: 'params.yaml',
        state: 'read',
        values: { lr: 0.001, layers: [1, 2], none: null },
      },
    ]);
    const below = await read(
      'stages: {}',
      { 'p/params.yaml': 'a: 1' },
      'p/dvc.yaml',
    );
    expect(below.facts?.params).toEqual([]);
  });

  it.each([
    ['a cached metric', 'stages: {e: {cmd: x, metrics: [m.json]}}', {}],
    [
      'inside a cached output',
      'stages: {e: {cmd: x, outs: [eval]}}\nmetrics: [eval/m.json]',
      {},
    ],
    ['inside a tracked folder', 'metrics: [eval/m.json]', { 'eval.dvc': '' }],
    [
      'an output of a templated stage',
      'stages: {e: {foreach: [a], do: {cmd: x, outs: ["${item}"]}}}\nmetrics: [a/m.json]',
      {
        'dvc.lock':
          "schema: '2.0'\nstages: {e@a: {cmd: x, outs: [{path: a, md5: abc}]}}",
      },
    ],
  ])('says in-remote of %s', async (_, text, files) => {
    const { facts } = await read(text, files);
    expect(facts?.metrics.map(({ state }) => state)).toEqual(['in-remote']);
  });

  it('says absent of metrics that no output holds', async () => {
    const text =
      'stages: {e: {cmd: x, metrics: [m.json: {cache: false}]}}\nmetrics: [n.json]';
    const { facts } = await read(text);
    expect(facts?.metrics.map(({ state }) => state)).toEqual([
      'absent',
      'absent',
    ]);
  });

  it('reads a folder of metrics', async () => {
    const facts = await factsOf('metrics: [live]', {
      'live/a.json': '{"x": 1}',
      'live/b.json': '{"y": 2}',
    });
    expect(facts.metrics.map(({ path, values }) => [path, values])).toEqual([
      ['live/a.json', { x: 1 }],
      ['live/b.json', { y: 2 }],
    ]);
  });

  it('asks for what it needs and nothing else', async () => {
    const text = 'stages: {a: {cmd: x, params: [p]}}\nmetrics: [m.json]';
    const files = { 'params.yaml': 'p: 1', 'm.json': '{}', 'other.json': '{}' };
    const { asked } = await read(text, files);
    expect(asked).toEqual([
      { kind: 'get', path: 'm.json' },
      { kind: 'get', path: 'params.yaml' },
    ]);
  });

  it.each([
    ['stage: {a: 1}', []],
    ['metrics: [m.json]', [['values-syntax', 'm.json']]],
    ['metrics: [m.csv]', [['unsupported', 'dvc.yaml']]],
    ['params: [p.py]', [['unsupported', 'dvc.yaml']]],
    ['params: [gone.yaml]', [['missing-file', 'dvc.yaml']]],
    ['params: [bad.toml]', [['values-syntax', 'bad.toml']]],
    ['params: [bad.yaml]', [['yaml-syntax', 'bad.yaml']]],
    ['params: [deep.json]', [['limit-exceeded', 'deep.json']]],
    ['metrics: [../x.json]', [['unsafe-path', 'dvc.yaml']]],
    ['stages: [a]', [['invalid-shape', 'dvc.yaml']]],
    ['stages: {a: 1, b: {cmd: x}}', [['invalid-shape', 'dvc.yaml']]],
    ['stages: {a: {outs: [o]}}', [['invalid-shape', 'dvc.yaml']]],
    ['stages: {a: {cmd: x, outs: [[o]]}}', [['invalid-shape', 'dvc.yaml']]],
    ['stages: {a: {cmd: x, outs: [../o]}}', [['unsafe-path', 'dvc.yaml']]],
  ])('names what is wrong in %s', async (text, expected) => {
    const { problems } = await read(text, {
      'm.json': '{',
      'bad.toml': 'a = \n',
      'bad.yaml': 'a: [\n',
      'deep.json': '['.repeat(200) + ']'.repeat(200),
    });
    expect(problems.map(({ code, path }) => [code, path])).toEqual(expected);
  });

  describe('templating', () => {
    const TEXT = [
      'stages:',
      '  plain: {cmd: x, outs: [o]}',
      '  inter:',
      '    cmd: python ${script}',
      '    deps: [a.py, "${b}"]',
      '    outs: ["${dir}/x", fixed]',
      '    params: ["${key}", lr, "${file}": [a]]',
      '  each:',
      '    foreach: [a, b]',
      '    do: {cmd: "x ${item}", outs: ["o-${item}"]}',
      '  grid: {matrix: {x: [1]}, cmd: x, outs: [g]}',
      '  moved: {cmd: x, wdir: "${w}", deps: [d], outs: [o2]}',
      '  escaped: {cmd: x, deps: ["\\\\${a}"]}',
      'metrics: ["${m}"]',
    ].join('\n');

    it('keeps apart the outputs whose path has an expression', async () => {
      const { facts } = await read(TEXT, { 'params.yaml': 'lr: 1' });
      const templates = facts?.stages.flatMap(({ outTemplates }) =>
        outTemplates.map(({ path, declaredIn }) => [path, declaredIn.line]),
      );
      expect(templates).toEqual([
        ['${dir}/x', 6],
        ['o-${item}', 10],
      ]);
    });

    it('leaves out every other path with an expression', async () => {
      const { facts } = await read(TEXT, { 'params.yaml': 'lr: 1' });
      const stages = facts?.stages.map(stage => [
        stage.name,
        stage.templating,
        stage.workingDirectory,
        stage.deps,
        stage.outs.map(out => out.path),
      ]);
      expect(stages).toEqual([
        ['plain', 'none', '', [], ['o']],
        ['inter', 'interpolated', '', ['a.py'], ['fixed']],
        ['each', 'generated', '', [], []],
        ['grid', 'generated', '', [], ['g']],
        ['moved', 'interpolated', undefined, [], []],
        ['escaped', 'none', '', ['${a}'], []],
      ]);
      expect(facts?.stages[1].params).toEqual({ 'params.yaml': ['lr'] });
      expect(facts?.metrics).toEqual([]);
    });

    it('names each templated stage with its line', async () => {
      const { problems } = await read(TEXT, { 'params.yaml': 'lr: 1' });
      expect(problems.map(({ code, line }) => [code, line])).toEqual([
        ['unsupported', 3],
        ['unsupported', 8],
        ['unsupported', 11],
        ['unsupported', 12],
        ['unsupported', 14],
      ]);
    });
  });
});
