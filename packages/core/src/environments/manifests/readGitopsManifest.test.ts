import { DEFAULT_READ_LIMITS } from '../../reading/ReadLimits';
import { TracedTree } from '../../reading/TracedTree';
import { readGitopsManifest } from './readGitopsManifest';

const application = (name: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
spec:
  source: {repoURL: https://git.example/ml/${name}.git, path: infra/staging}
`;

function read(text: string, limits = DEFAULT_READ_LIMITS) {
  const tree = new TracedTree({ get: () => undefined, list: () => undefined });
  const reading = readGitopsManifest(
    'argocd/all.yaml',
    new TextEncoder().encode(text),
    limits,
    tree,
  );
  if ('needs' in reading) throw new Error('nothing is needed');
  return reading;
}

describe('readGitopsManifest', () => {
  it('names the line at which each document of a file begins', () => {
    const text = [
      application('one'),
      '# of another kind\nkind: Service\n',
      '\n# the second\n',
      application('two'),
    ].join('---\n');
    const { facts, problems } = read(text);
    expect(problems).toEqual([]);
    expect(
      facts?.applications.map(({ name, declaredIn }) => [
        name,
        declaredIn.line,
      ]),
    ).toEqual([
      ['one', 1],
      ['two', 14],
    ]);
  });

  it('names the line of what is wrong in a later document', () => {
    const text = `${application('one')}---\nkind: Application\nspec: [\n`;
    const { facts, problems } = read(text);
    expect(facts?.applications).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: 'yaml-syntax', path: 'argocd/all.yaml', line: 10 },
    ]);
  });

  it('keeps no more of a file of a great many documents than the file is long', () => {
    const text = 'kind: Application\n---\n'.repeat(20_000);
    const { facts, problems } = read(text);
    expect(problems).toEqual([]);
    expect(facts).toBeUndefined();
  });

  it('reads no further where there are more Applications than it may keep', () => {
    const text = Array(5).fill(application('one')).join('---\n');
    const { facts, problems } = read(text, {
      ...DEFAULT_READ_LIMITS,
      entries: 2,
    });
    expect(facts?.applications).toHaveLength(3);
    expect(problems).toMatchObject([
      { code: 'limit-exceeded', line: 21, args: { limit: 2 } },
    ]);
  });

  describe('of an ApplicationSet that would make millions of Applications', () => {
    const set = (generators: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: many}
spec:
  goTemplate: true
  generators: [${generators}]
  template:
    metadata: {name: 'a-{{.a}}-{{.b}}'}
`;
    const elements = (key: string, count: number) =>
      Array.from({ length: count }, (_, at) => `{${key}: x${at}}`).join(', ');
    const list = (key: string, count: number) =>
      `{list: {elements: [${elements(key, count)}]}}`;

    it.each([
      [
        'a matrix of more than 5000 combinations',
        `{matrix: {generators: [${list('a', 3000)}, ${list('b', 3000)}]}}`,
      ],
      [
        'more than 5000 Applications',
        [list('a', 3000), list('b', 3000)].join(', '),
      ],
    ])('says that %s is not read', (what, generators) => {
      expect(read(set(generators)).problems).toMatchObject([
        {
          code: 'unsupported',
          args: { what: `In an ApplicationSet, ${what}` },
        },
      ]);
    });
  });
});
