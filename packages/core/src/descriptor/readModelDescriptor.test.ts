import fc from 'fast-check';
import { DEFAULT_READ_LIMITS } from '../reading/ReadLimits';
import { readModelDescriptor } from './readModelDescriptor';

const encode = (text: string) => new TextEncoder().encode(text);

function read(lines: string[], path = 'models/fraud.yaml') {
  const { facts, problems } = readModelDescriptor(
    path,
    encode(lines.join('\n')),
    DEFAULT_READ_LIMITS,
  );
  return {
    facts,
    problems: problems.map(({ code, line, args }) => [code, line, args]),
  };
}

const head = ['schemaVersion: 1', 'name: fraud'];

const bare = {
  kind: 'model-descriptor',
  path: 'models/fraud.yaml',
  folder: '',
  name: 'fraud',
  description: undefined,
  artifact: undefined,
  featureService: undefined,
  metrics: undefined,
  thresholds: [],
  mainMetric: undefined,
  driftBaseline: undefined,
  declaredIn: { path: 'models/fraud.yaml', line: 2 },
};

describe('readModelDescriptor', () => {
  it('reads a whole descriptor', () => {
    const { facts, problems } = read([
      '# what it is',
      ...head,
      'description: Tells fraud from the rest',
      'artifact: models/model.pkl',
      'featureService: fraud_v1',
      'metrics: ./metrics/evaluation.json',
      'thresholds:',
      '  auc: {min: 0.9}',
      '  latency.p95: {min: 0, max: 50}',
      'mainMetric: {name: auc, better: higher}',
      'driftBaseline: data/processed/reference.parquet',
    ]);
    expect(problems).toEqual([]);
    expect(facts).toEqual({
      kind: 'model-descriptor',
      path: 'models/fraud.yaml',
      folder: '',
      name: 'fraud',
      description: 'Tells fraud from the rest',
      artifact: 'models/model.pkl',
      featureService: 'fraud_v1',
      metrics: 'metrics/evaluation.json',
      thresholds: [
        { metric: 'auc', min: 0.9, max: undefined },
        { metric: 'latency.p95', min: 0, max: 50 },
      ],
      mainMetric: { name: 'auc', better: 'higher' },
      driftBaseline: 'data/processed/reference.parquet',
      declaredIn: { path: 'models/fraud.yaml', line: 3 },
    });
  });

  it('takes paths from the folder that holds models', () => {
    const lines = [...head, 'artifact: out/model.pkl', 'metrics: ../m.json'];
    const { facts } = read(lines, 'teams/risk/models/eu/fraud.yaml');
    expect(facts).toMatchObject({
      folder: 'teams/risk',
      artifact: 'teams/risk/out/model.pkl',
      metrics: 'teams/m.json',
    });
  });

  it('takes a key without a value for an absent one', () => {
    expect(read([...head, 'description:', 'thresholds:'])).toEqual({
      facts: bare,
      problems: [],
    });
  });

  it('takes words that look like numbers for words', () => {
    const { facts, problems } = read([
      'schemaVersion: "1"',
      'name: 007',
      'description: 1.10',
    ]);
    expect(problems).toEqual([]);
    expect(facts).toMatchObject({ name: '007', description: '1.10' });
  });

  it.each([
    ['Kubernetes', ['apiVersion: v1', 'kind: Model', ...head]],
    ['dbt', ['version: 2', 'models:', '  - name: fraud']],
    ['another schema', ['schemaVersion: "2.2"', 'mainSteps: []']],
    ['a nested schemaVersion', ['a:', '  schemaVersion: 1', '  name: x']],
    ['a template', ['{{- if .Values.x }}', 'name: x', '{{ end }}']],
    ['nothing', ['']],
  ])('passes over %s', (_, lines) => {
    expect(read(lines)).toEqual({ facts: undefined, problems: [] });
  });

  it('passes over what is no text', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x00]);
    expect(
      readModelDescriptor('models/a.yaml', bytes, DEFAULT_READ_LIMITS),
    ).toEqual({ facts: undefined, problems: [] });
  });

  it('keeps what is good beside what is broken, and names its lines', () => {
    const { facts, problems } = read([
      ...head,
      'artifact: ../../secret.pkl',
      'metrics: [a.json]',
      'thresholds:',
      '  auc: {min: high, max: 1}',
      '  f1: {}',
      '  recall: {min: 0.5, most: 1}',
      'mainMetric: {name: auc, better: bigger}',
      'featureServices: fraud_v1',
    ]);
    expect(facts).toEqual({
      ...bare,
      thresholds: [
        { metric: 'auc', min: undefined, max: 1 },
        { metric: 'recall', min: 0.5, max: undefined },
      ],
    });
    expect(problems).toEqual([
      ['invalid-shape', 4, { where: 'metrics', expected: 'a text' }],
      [
        'invalid-shape',
        6,
        { where: 'thresholds.auc.min', expected: 'a number' },
      ],
      [
        'invalid-shape',
        7,
        { where: 'thresholds.f1', expected: 'a limit with min or max' },
      ],
      ['unsupported', 8, { what: 'The key thresholds.recall.most' }],
      [
        'invalid-value',
        9,
        {
          where: 'mainMetric.better',
          value: 'bigger',
          expected: 'higher or lower',
        },
      ],
      ['unsupported', 10, { what: 'The key featureServices' }],
      ['unsafe-path', 3, { value: '../../secret.pkl' }],
    ]);
  });

  it.each([
    [
      'without a name',
      ['schemaVersion: 1', 'artifact: a'],
      ['invalid-shape', 1, { where: 'name', expected: 'given' }],
    ],
    [
      'of another version',
      ['schemaVersion: 2', 'name: fraud'],
      ['unsupported-version', 1, { found: '2', supported: '1' }],
    ],
    [
      'with an unresolved merge',
      [...head, '<<<<<<< ours', 'a: 1', '=======', 'a: 2', '>>>>>>> theirs'],
      ['merge-conflict', 3, undefined],
    ],
  ])('does not read a descriptor %s', (_, lines, problem) => {
    expect(read(lines)).toEqual({ facts: undefined, problems: [problem] });
  });

  it('has no facts where the name is none that can be tagged', () => {
    const { facts, problems } = read(['schemaVersion: 1', 'name: a b']);
    expect(facts).toBeUndefined();
    expect(problems[0]).toEqual([
      'invalid-value',
      2,
      { where: 'name', value: 'a b', expected: 'a name that GTO can tag' },
    ]);
  });

  it('stops at the limit of entries', () => {
    const lines = [...head, 'thresholds: {a: {min: 1}, b: {min: 2}}'];
    const limits = { ...DEFAULT_READ_LIMITS, entries: 1 };
    const bytes = encode(lines.join('\n'));
    const reading = readModelDescriptor('models/a.yaml', bytes, limits);
    expect(reading.facts?.thresholds).toHaveLength(1);
    expect(reading.problems).toMatchObject([{ code: 'limit-exceeded' }]);
  });

  it('never throws', () => {
    const word = fc.constantFrom(
      'schemaVersion: 1\n',
      'name: x\n',
      'thresholds:\n',
      '  a: {min: 1}\n',
      '  __proto__: {min: x}\n',
      'mainMetric: [\n',
      '- ',
      '? ',
      '\t',
      'artifact: \n  - 1\n',
    );
    fc.assert(
      fc.property(fc.array(word), words => {
        const bytes = encode(words.join(''));
        const reading = readModelDescriptor(
          'models/a.yaml',
          bytes,
          DEFAULT_READ_LIMITS,
        );
        expect(Array.isArray(reading.problems)).toBe(true);
      }),
    );
  });
});
