import fc from 'fast-check';
import { DEFAULT_READ_LIMITS, ReadLimits } from '../reading/ReadLimits';
import { Files, readFile } from '../__testUtils__/readFiles';
import { feastReader } from './readFeastRepository';

const STORE = 'project: p\nprovider: local\n';
const IMPORTS = 'from feast import *\nfrom feast.types import *\n';

async function read(files: Files, limits: ReadLimits = DEFAULT_READ_LIMITS) {
  const all = { 'feature_store.yaml': STORE, ...files };
  return readFile(feastReader, 'feature_store.yaml', all, limits);
}

const GOOD = 'good = Entity(name="good")\n';

describe('the Feast reader on hostile input', () => {
  it.each([
    ['brackets without end', '('.repeat(50_000)],
    ['nested lists', `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['a long sum', `x = ${'1 + '.repeat(50_000)}1`],
    ['a tower of powers', `x = ${'2 ** '.repeat(20_000)}2`],
    ['many signs', `x = ${'-'.repeat(20_000)}1`],
    ['many nots', `x = ${'not '.repeat(20_000)}1`],
    ['a chain of attributes', `x = a${'.b'.repeat(20_000)}`],
    ['a chain of calls', `x = a${'()'.repeat(20_000)}`],
    ['a chain of choices', `x = ${'1 if y else '.repeat(20_000)}2`],
    [
      'nested blocks',
      Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}if x:`).join('\n'),
    ],
    ['a huge text', 'x = "a" * 10 ** 15\ny = "a" * 60000 * 60000'],
    ['a doubling text', `x = "ab"\n${'x = x + x\n'.repeat(100)}`],
    ['a doubling list', `x = [1]\n${'x += x\n'.repeat(100)}`],
    [
      'a list in itself',
      'x = []\nx.append(x)\ny = f"{x}" + str(x)\nz = x == x\nfor i in x: x.append(i)',
    ],
    ['a dictionary in itself', 'x = {}\nx["x"] = x\ny = {**x}\nx.update(x)'],
    ['a huge range', 'x = [i for i in range(10 ** 12)]'],
    [
      'nested loops',
      'x = [1 for a in range(60000) for b in range(60000) if False]',
    ],
    [
      'nested loop statements',
      'for a in range(60000):\n  for b in range(60000):\n    c = a',
    ],
    [
      'a list that grows under its own loop',
      'x = [1]\nfor i in x:\n  x.append(i)',
    ],
    [
      'a class of the same name',
      'class Entity(Entity): pass\nx = Entity(name="a")',
    ],
    [
      'names of prototypes',
      'x = {"__proto__": 1, "constructor": 2}\ny = x["toString"]\nz = constructor\n__proto__ = 3\nhasOwnProperty = toString()',
    ],
    [
      'types of prototypes',
      'import feast.types as t\nx = Field(name="a", dtype=t.constructor)\nv = FeatureView(name="a", schema=[x])\nw = ValueType.toString\nu = feast.__proto__.constructor()',
    ],
    [
      'tags of prototypes',
      'v = Entity(name="v", tags={"__proto__": "x", "constructor": "y"})',
    ],
    [
      'a function that names itself',
      'def f(): return f\nx = f()\ndef g(): return h\ndef h(): return g\ny = g()',
    ],
    [
      'a long chain of functions',
      Array.from({ length: 5_000 }, (_, i) => `def f${i}(): return f${i + 1}()`)
        .join('\n')
        .concat('\nx = f0()'),
    ],
    ['f-strings in f-strings', `x = ${'f"{'.repeat(200)}1${'}"'.repeat(200)}`],
    ['an odd escape', 'x = "\\U99999999" "\\ud800" "\\x"'],
    ['only line ends', '\r\n'.repeat(50_000)],
    ['form feeds and tabs', '\f\tx = 1\n\t \tif x:\n \t y = 2\n'],
    [
      'unpacking of the wrong size',
      'a, b = [1]\nc, *d, e = 1\n*f, g = [1, 2]\n(h, [i, j]) = 1, (2,)',
    ],
    [
      'targets that are none',
      '1 = 2\nf() = 3\n[a, 1] = 4\ndel 5\nfor 6 in [7]: pass',
    ],
  ])('keeps the other files beside %s', async (_, content) => {
    const { facts } = await read({
      'a.py': `${IMPORTS}${content}\n`,
      'b.py': IMPORTS + GOOD,
    });
    expect(facts?.entities.map(entity => entity.name)).toContain('good');
  });

  it('keeps tags whose names are those of prototypes', async () => {
    const { facts } = await read({
      'a.py': `${IMPORTS}v = Entity(name="v", tags={"__proto__": "x", "constructor": "y"})`,
    });
    expect(Object.entries(facts?.entities[0].tags ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  it('survives a long chain and a circle of imports', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `m${String(index).padStart(3, '0')}.py`,
        `from m${String(index + 1).padStart(
          3,
          '0',
        )} import *\n${IMPORTS}e${index} = Entity(name="e${index}")\n`,
      ]),
    );
    const circle = {
      'x.py': `from y import *\n${IMPORTS}a = Entity(name="a")\n`,
      'y.py': `from x import *\nimport x.y.z\n${IMPORTS}b = Entity(name="b")\n`,
    };
    const { facts, problems } = await read({ ...chain, ...circle });
    const names = facts?.entities.map(entity => entity.name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['a', 'b', 'e0', 'e62']));
    expect(new Set(problems.map(problem => problem.code))).toEqual(
      new Set(['limit-exceeded']),
    );
  });

  it('cuts lists at the limit of entries and says so', async () => {
    const entities = Array.from(
      { length: 30 },
      (_, index) => `e${index} = Entity(name="e${index}")`,
    );
    const { facts, problems } = await read(
      { 'a.py': `${IMPORTS}${entities.join('\n')}\n` },
      { ...DEFAULT_READ_LIMITS, entries: 10 },
    );
    expect(facts?.entities).toHaveLength(10);
    expect(problems).toEqual([
      {
        code: 'limit-exceeded',
        severity: 'error',
        path: 'feature_store.yaml',
        args: { what: 'entities', limit: 10 },
      },
    ]);
  });

  const fragment = fc.constantFrom(
    ...`Entity( FeatureView( Field( FeatureService( FileSource( name= schema= features= entities= source= tags=
        ttl= timedelta( days= dtype= Int64 Array( [ ] ( ) { } , : = == + * ** . "a" 'b' f"{x}" x y for in if else
        not and or lambda: None True 1 2.5 -1 \\ # @ := != < def class import from as try: except: with while
        return yield del global *x **y [["a"]] .with_name( on_demand_feature_view ValueType.INT64 globals()[`
      .split(/\s+/)
      .filter(Boolean),
    '\n',
    '\n    ',
    ' ',
    '"""',
    '<<<<<<<',
    '__proto__',
  );

  it('answers any text in the same way each time, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fragment, { maxLength: 25 }), { maxLength: 12 }),
        async lines => {
          const content =
            IMPORTS + lines.map(line => line.join(' ')).join('\n');
          const files = { 'a.py': content, 'b.py': IMPORTS + GOOD };
          const first = await read(files);
          expect(first.facts?.entities.map(each => each.name)).toContain(
            'good',
          );
          expect(await read(files)).toEqual(first);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers any bytes, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 50 }),
        async (store, python, ignore) => {
          const files = {
            'feature_store.yaml': store,
            'a.py': python,
            '.feastignore': ignore,
          };
          const { facts } = await readFile(
            feastReader,
            'feature_store.yaml',
            files,
          );
          expect(facts?.kind).toBe('feast');
        },
      ),
      { numRuns: 200 },
    );
  });
});
