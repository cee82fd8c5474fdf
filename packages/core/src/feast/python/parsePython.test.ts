import { DEFAULT_READ_LIMITS } from '../../reading/ReadLimits';
import { parsePython } from './parsePython';

const parse = (text: string, limits = DEFAULT_READ_LIMITS) =>
  parsePython(text, 'a.py', limits);

describe('parsePython', () => {
  it.each([
    ['an unclosed call', 'x = f(\ny = 1\n', 2],
    ['an unclosed list in a call', 'x = 1\ny = f(a=[)\n', 2],
    ['a missing value', 'x = 1\ny =\n', 2],
    ['an unterminated text', 'x = 1\ny = "abc\nz = 2\n', 2],
    ['an unexpected indent', 'x = 1\n  y = 2\n', 2],
    ['a dedent to nowhere', 'if x:\n    y = 1\n  z = 2\n', 3],
    ['the print statement of Python 2', 'print "x"\n', 1],
    ['a positional argument after a keyword', 'f(a=1, 2)\n', 1],
    ['return outside of a function', 'return 1\n', 1],
    ['a stray bracket', 'x = 1)\n', 1],
  ])('finds %s', (_, text, line) => {
    const { problems } = parse(text);
    expect(problems.map(each => [each.code, each.severity, each.line])).toEqual(
      [['python-syntax', 'error', line]],
    );
  });

  it.each([
    ['a bare yield', 'def f():\n    yield\n    x = (yield)\n'],
    ['a float that ends with its point', 'x = 20. + f(1.)\n'],
    ['with in parentheses', 'with (open(a) as b, open(c) as d):\n    pass\n'],
    ['with into an attribute', 'with a() as self.b:\n    pass\n'],
    ['match', 'match x:\n    case str() | int():\n        pass\n'],
    ['walrus in a call', 'f(x := 1, y)\n'],
    ['quotes within an f-string', 'x = f"{d["k"]}"\n'],
    ['a star target in a comprehension', 'x = [a for a, *_ in b]\n'],
    ['a comment before the first statement', 'def f():\n  # c\n    return 1\n'],
    ['statements on one line', 'if x: y = 1; z = 2\n'],
    ['a byte order mark is no part of the text', 'x = 1\n'],
  ])('takes %s', (_, text) => {
    expect(parse(text).problems).toEqual([]);
  });

  it('keeps the statements beside a broken one', () => {
    const { body } = parse('x = 1\ny = f(a=[)\nz = 3\n');
    expect(body.map(statement => [statement.kind, statement.line])).toEqual([
      ['assign', 1],
      ['broken', 2],
      ['assign', 3],
    ]);
  });

  it('reads nothing out of a file with an unresolved merge', () => {
    const parsed = parse('x = 1\n<<<<<<< a\ny = 1\n=======\n>>>>>>> b\n');
    expect(parsed).toEqual({
      body: [],
      problems: [
        { code: 'merge-conflict', severity: 'error', path: 'a.py', line: 2 },
      ],
    });
  });

  it('says where it is nested too deep, and keeps the rest', () => {
    const limits = { ...DEFAULT_READ_LIMITS, depth: 10 };
    const { body, problems } = parse(
      `x = 1\ny = ${'['.repeat(20)}${']'.repeat(20)}\nz = 2\n`,
      limits,
    );
    expect(body.map(statement => statement.kind)).toEqual([
      'assign',
      'assign',
      'assign',
    ]);
    expect(problems).toEqual([
      {
        code: 'limit-exceeded',
        severity: 'error',
        path: 'a.py',
        line: 2,
        args: { what: 'levels of nesting', limit: 10 },
      },
    ]);
  });

  it('stops at the limit of nodes', () => {
    const limits = { ...DEFAULT_READ_LIMITS, nodes: 10 };
    const { problems } = parse('x = [1, 2, 3, 4, 5, 6, 7, 8, 9]\n', limits);
    expect(problems.map(each => [each.code, each.args?.what])).toEqual([
      ['limit-exceeded', 'nodes'],
    ]);
  });
});
