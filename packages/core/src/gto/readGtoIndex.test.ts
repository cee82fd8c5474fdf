import { DEFAULT_READ_LIMITS } from '../reading/ReadLimits';
import { readGtoIndex } from './readGtoIndex';

function read(lines: string[], entries = DEFAULT_READ_LIMITS.entries) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const { facts, problems } = readGtoIndex('artifacts.yaml', bytes, {
    ...DEFAULT_READ_LIMITS,
    entries,
  });
  return {
    artifacts: facts?.artifacts,
    problems: problems.map(({ code, line }) => [code, line]),
  };
}

describe('readGtoIndex', () => {
  it('reads what gto wrote', () => {
    expect(
      read([
        'churn:',
        '  type: model',
        '  path: models/churn.pkl',
        '  virtual: false',
        '  labels: [churn, "2"]',
        '  description: Who leaves',
        'far:',
        '  path: https://ann:secret@host/model.pkl',
        'bare:',
        '  type: dataset',
      ]),
    ).toEqual({
      artifacts: [
        {
          name: 'churn',
          path: 'models/churn.pkl',
          type: 'model',
          description: 'Who leaves',
          labels: ['churn', '2'],
          declaredIn: { path: 'artifacts.yaml', line: 1 },
        },
        {
          name: 'far',
          path: 'https://host/model.pkl',
          type: undefined,
          description: undefined,
          labels: [],
          declaredIn: { path: 'artifacts.yaml', line: 7 },
        },
        {
          name: 'bare',
          path: undefined,
          type: 'dataset',
          description: undefined,
          labels: [],
          declaredIn: { path: 'artifacts.yaml', line: 9 },
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['a list', ['- path: a']],
    ['nothing', ['']],
    ["another tool's mapping", ['repositories:', '  - url: x']],
  ])('passes over %s', (_, lines) => {
    expect(read(lines)).toEqual({ artifacts: undefined, problems: [] });
  });

  it('keeps what is good beside what is broken', () => {
    const { artifacts, problems } = read([
      'good: {path: a}',
      'bad name: {path: b}',
      'word: text',
      'out: {path: ../a}',
    ]);
    expect(artifacts?.map(({ name, path }) => [name, path])).toEqual([
      ['good', 'a'],
      ['out', undefined],
    ]);
    expect(problems).toEqual([
      ['invalid-value', 2],
      ['invalid-shape', 3],
      ['unsafe-path', 4],
    ]);
  });

  it('stops at the limit of entries', () => {
    const { artifacts, problems } = read(['a: {path: a}', 'b: {path: b}'], 1);
    expect(artifacts?.map(({ name }) => name)).toEqual(['a']);
    expect(problems).toEqual([['limit-exceeded', undefined]]);
  });
});
