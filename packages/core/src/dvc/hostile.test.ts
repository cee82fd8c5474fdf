import fc from 'fast-check';
import { collectDataVersions } from '../model/collectDataVersions';
import { Reader } from '../reading/Reader';
import { DEFAULT_READ_LIMITS } from '../reading/ReadLimits';
import { readFile, readFiles } from '../__testUtils__/readFiles';
import { DVC_READERS } from '.';

const ENTRIES: [Reader, string][] = DVC_READERS.map(reader => [
  reader,
  {
    'dvc-file': 'a.dvc',
    'dvc-lock': 'dvc.lock',
    'dvc-yaml': 'dvc.yaml',
    'dvc-config': '.dvc/config',
    'dvc-ignore': '.dvcignore',
  }[reader.id] ?? '',
]);

const KEYS = [
  'outs',
  'deps',
  'path',
  'md5',
  'hash',
  'size',
  'nfiles',
  'files',
  'relpath',
  'cloud',
  'cache',
  'wdir',
  'repo',
  'db',
  'dataset',
  'stages',
  'schema',
  'cmd',
  'params',
  'metrics',
  'plots',
  'artifacts',
  'foreach',
  'do',
  'matrix',
  'vars',
  '__proto__',
  'constructor',
  'toString',
  '<<',
  '',
  '${x}',
  '../..',
  'params.yaml',
];

const scalar = fc.oneof(
  fc.constantFrom(
    '2.0',
    '3.0',
    '../../x',
    '/abs',
    's3://u:p@b/x',
    'ds://x',
    '${x}',
    'a@b',
    '__proto__',
    '\u0000',
    '~',
  ),
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);

const { document } = fc.letrec(tie => ({
  document: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('document'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('document'), { maxKeys: 6 }),
  ),
}));

/** JSON is YAML; what JSON has no word for becomes null. */
const text = fc.oneof(
  { weight: 4, arbitrary: document.map(value => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...KEYS,
          ': ',
          '\n',
          '  ',
          '- ',
          '[',
          ']',
          '{',
          '}',
          '&a ',
          '*a',
          '"',
          "'",
          '|',
          '>',
          '#',
          '=',
          '!',
          '?',
          '%',
        ),
        { maxLength: 40 },
      )
      .map(parts => parts.join('')),
  },
);

/** Ten of ten of ten …, nine times over. */
function manyAliases(): string {
  const levels = [...'abcdefghi'].map((name, index) => {
    const item = index === 0 ? 'x' : `*${'abcdefghi'[index - 1]}`;
    return `${name}: &${name} [${Array(10).fill(item).join()}]`;
  });
  return levels.join('\n');
}

describe('the readers of DVC', () => {
  it('never throw, and say the same of the same files', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (one, two, three) => {
        const files = {
          'a.dvc': one,
          'dvc.yaml': two,
          'dvc.lock': three,
          '.dvc/config': one,
          '.dvcignore': two,
          'params.yaml': three,
          'x.json': one,
        };
        const first = await readFiles(DVC_READERS, files);
        const again = await readFiles(DVC_READERS, files);
        expect(again).toEqual(first);
        expect(collectDataVersions(again)).toEqual(collectDataVersions(first));
      }),
      { numRuns: 300 },
    );
  });

  it('never throw on bytes of any kind', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(bytes, async file => {
        for (const [reader, entry] of ENTRIES) {
          const { problems } = await readFile(reader, entry, { [entry]: file });
          expect(problems.every(problem => problem.path === entry)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('give facts that survive being kept as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(document, async value => {
        const file = JSON.stringify(value);
        for (const [reader, entry] of ENTRIES) {
          const { facts } = await readFile(reader, entry, { [entry]: file });
          if (facts === undefined) continue;
          const kept: unknown = JSON.parse(JSON.stringify(facts));
          expect(JSON.stringify(kept)).toEqual(JSON.stringify(facts));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['deep lists', '['.repeat(1_000_000), 'limit-exceeded'],
    ['deep mappings', '{a: '.repeat(100_000), 'limit-exceeded'],
    [
      'deep blocks',
      Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'limit-exceeded',
    ],
    ['aliases of aliases', manyAliases(), 'limit-exceeded'],
    [
      'a long text by aliases',
      `a: &a ${'x'.repeat(500_000)}\nb: [${Array(100).fill('*a')}]`,
      'limit-exceeded',
    ],
    ['a huge file', 'a'.repeat(5_000_000), 'too-large'],
    ['NUL', 'outs:\0', 'not-text'],
    [
      'a merge conflict',
      'outs:\n<<<<<<< HEAD\n- path: a\n=======\n- path: b\n>>>>>>> x\n',
      'merge-conflict',
    ],
  ])('refuse %s', async (_, file, code) => {
    for (const [reader, entry] of ENTRIES.slice(0, 3)) {
      const reading = await readFile(reader, entry, { [entry]: file });
      expect(reading.problems[0]).toMatchObject({ code, path: entry });
      expect(reading.facts).toBeUndefined();
    }
  });

  it('stop at the limit of entries and keep what came before', async () => {
    const limits = { ...DEFAULT_READ_LIMITS, entries: 2 };
    const files = { 'a.dvc': 'outs: [{path: a}, {path: b}, {path: c}]' };
    const [[reader]] = ENTRIES;
    const { facts, problems } = await readFile(reader, 'a.dvc', files, limits);
    expect(facts).toMatchObject({ outs: [{ path: 'a' }, { path: 'b' }] });
    expect(problems).toMatchObject([{ code: 'limit-exceeded', line: 1 }]);
  });

  it('stop where nested keys grow without end', async () => {
    const key = 'k'.repeat(60_000);
    const leaves = Array.from({ length: 5000 }, (_, i) => `"${i}":1`).join();
    const nested = `${`{"${key}":`.repeat(30)}{${leaves}}${'}'.repeat(30)}`;
    const files = { 'dvc.yaml': 'params: [p.json]', 'p.json': nested };
    const [, , [reader]] = ENTRIES;
    const { facts, problems } = await readFile(reader, 'dvc.yaml', files);
    expect(problems).toMatchObject([
      { code: 'limit-exceeded', path: 'p.json' },
    ]);
    expect(facts).toMatchObject({ params: [{ state: 'problem', values: {} }] });
  });

  it('do not reach the prototype of anything', async () => {
    const files = {
      'dvc.yaml':
        'params: [p.yaml]\nartifacts: {__proto__: {path: a}}\nstages: {__proto__: {cmd: x, params: [__proto__: [a]]}}',
      'p.yaml':
        '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}',
      '.dvc/config': '[__proto__]\npolluted = 1\n[core]\n__proto__ = x\n',
    };
    const readings = await readFiles(DVC_READERS, files);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.stringify(readings)).toContain('"__proto__.polluted":1');
  });

  it('read 20,000 stages', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `s${i}`);
    const files = {
      'dvc.yaml': `stages:\n${names
        .map(n => `  ${n}: {cmd: x, outs: [o/${n}]}`)
        .join('\n')}`,
      'dvc.lock': `schema: '2.0'\nstages:\n${names
        .map(n => `  ${n}: {cmd: x, outs: [{path: o/${n}, md5: abcd}]}`)
        .join('\n')}`,
    };
    const { outputs } = collectDataVersions(
      await readFiles(DVC_READERS, files),
    );
    expect(outputs).toHaveLength(20_000);
  });
});
