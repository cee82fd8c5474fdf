import { DEFAULT_READ_LIMITS } from '../reading/ReadLimits';
import { readGitopsMlFile } from './readGitopsMlFile';

function read(lines: string[], path = 'gitops-ml.yaml') {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const { facts, problems } = readGitopsMlFile(
    path,
    bytes,
    DEFAULT_READ_LIMITS,
  );
  return {
    facts,
    problems: problems.map(({ code, line, args }) => [code, line, args]),
  };
}

describe('readGitopsMlFile', () => {
  it('reads template and environments', () => {
    const { facts, problems } = read(
      [
        'schemaVersion: 1',
        'template: {name: ml-monorepo, version: 1.10}',
        'environments:',
        '  - name: staging',
        '    instance: main',
        '    cluster: in-cluster',
        '    namespace: fraud-staging',
        '    overlay: infra/staging',
        '    revision: main',
        '  - name: production',
      ],
      'ml/gitops-ml.yaml',
    );
    expect(problems).toEqual([]);
    expect(facts).toEqual({
      kind: 'gitops-ml-file',
      path: 'ml/gitops-ml.yaml',
      template: { name: 'ml-monorepo', version: '1.10' },
      environments: [
        {
          name: 'staging',
          instance: 'main',
          cluster: 'in-cluster',
          namespace: 'fraud-staging',
          overlay: 'ml/infra/staging',
          revision: 'main',
        },
        {
          name: 'production',
          instance: undefined,
          cluster: undefined,
          namespace: undefined,
          overlay: undefined,
          revision: undefined,
        },
      ],
    });
  });

  it('says that the version is missing, and reads on', () => {
    const { facts, problems } = read(['environments: [{name: a}]']);
    expect(facts?.environments.map(({ name }) => name)).toEqual(['a']);
    expect(problems).toEqual([
      ['invalid-shape', 1, { where: 'schemaVersion', expected: 'given as 1' }],
    ]);
  });

  it('keeps the environments that are well beside broken ones', () => {
    const { facts, problems } = read([
      'schemaVersion: 1',
      'template: {name: ml-monorepo}',
      'environments:',
      '  - name: Staging!',
      '  - namespace: nowhere',
      '  - just a word',
      '  - name: dev',
      '    overlay: ../../etc',
      '  - name: dev',
      '  - name: production',
      '    revision: 0123456',
    ]);
    expect(
      facts?.environments.map(({ name, revision, overlay }) => [
        name,
        revision,
        overlay,
      ]),
    ).toEqual([
      ['dev', undefined, undefined],
      ['production', '0123456', undefined],
    ]);
    expect(facts?.template).toBeUndefined();
    expect(problems).toEqual([
      ['invalid-shape', 2, { where: 'template.version', expected: 'given' }],
      [
        'invalid-value',
        4,
        {
          where: 'environments[0].name',
          value: 'Staging!',
          expected: 'a DNS label (lower-case letters, digits and hyphens)',
        },
      ],
      [
        'invalid-shape',
        5,
        { where: 'environments[1].name', expected: 'given' },
      ],
      ['invalid-shape', 6, { where: 'environments[2]', expected: 'a mapping' }],
      ['unsafe-path', 8, { value: '../../etc' }],
      [
        'duplicate-name',
        9,
        { kind: 'environment', name: 'dev', other: 'line 7' },
      ],
    ]);
  });

  it.each([
    [
      'that is no mapping',
      ['- a'],
      ['invalid-shape', 1, { where: 'the document', expected: 'a mapping' }],
    ],
    [
      'that is empty',
      [''],
      ['invalid-shape', 1, { where: 'the document', expected: 'a mapping' }],
    ],
    [
      'of another version',
      ['schemaVersion: 99'],
      ['unsupported-version', 1, { found: '99', supported: '1' }],
    ],
  ])('has no facts of a file %s', (_, lines, problem) => {
    expect(read(lines)).toEqual({ facts: undefined, problems: [problem] });
  });
});
