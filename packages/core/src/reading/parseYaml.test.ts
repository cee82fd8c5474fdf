import { DEFAULT_READ_LIMITS } from './ReadLimits';
import { parseYaml } from './parseYaml';
import { YamlDialect } from './resolveYamlScalar';
import { yamlGet, yamlToJson } from './yamlNode';

const encode = (text: string) => new TextEncoder().encode(text);

function read(text: string, dialect?: YamlDialect) {
  return parseYaml(encode(text), 'f.yaml', DEFAULT_READ_LIMITS, dialect);
}

function json(text: string, dialect?: YamlDialect) {
  const { root } = read(text, dialect);
  return root && yamlToJson(root);
}

describe('parseYaml', () => {
  // Values printed by ruamel.yaml 0.18 (typ="safe") and PyYAML 6.
  it.each([
    ['0o17', 15, '0o17'],
    ['017', 17, 15],
    ['1e-05', 0.00001, '1e-05'],
    ['1.5e+3', 1500, 1500],
    ['1_000', 1000, 1000],
    ['-0x1F', -31, -31],
    ['yes', 'yes', true],
    ['True', true, true],
    ['~', null, null],
    ['', null, null],
    ['.inf', 'Infinity', 'Infinity'],
    ['2020-01-01', '2020-01-01', '2020-01-01'],
    ['12345678901234567890', '12345678901234567890', '12345678901234567890'],
    ['"1"', '1', '1'],
    ['!!str 1', '1', '1'],
  ])('reads %s as ruamel and as PyYAML do', (text, ruamel, pyyaml) => {
    expect(json(`a: ${text}`)).toEqual({ a: ruamel });
    expect(json(`a: ${text}`, 'pyyaml')).toEqual({ a: pyyaml });
  });

  it('keeps the text of what is also a number', () => {
    const { root } = read('md5: 1e5\n');
    expect(yamlGet(root, 'md5')).toEqual({
      kind: 'scalar',
      value: 100000,
      source: '1e5',
      line: 1,
      column: 6,
    });
  });

  it('resolves merge keys, the own key winning', () => {
    expect(json('a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\n')).toEqual({
      a: { x: 1, y: 2 },
      b: { y: 3, x: 1 },
    });
  });

  it('gives an empty file as the null scalar', () => {
    expect(read('# nothing\n')).toMatchObject({
      root: { kind: 'scalar', value: null },
      problems: [],
    });
  });

  it('keeps the first of a repeated key and says where the second is', () => {
    expect(json('a: 1\na: 2\n')).toEqual({ a: 1 });
    expect(read('a: 1\na: 2\n').problems).toMatchObject([
      { code: 'yaml-syntax', line: 2, column: 1 },
    ]);
    expect(json('a: 1\na: 2\n', 'pyyaml')).toEqual({ a: 2 });
    expect(read('a: 1\na: 2\n', 'pyyaml').problems).toEqual([]);
  });

  it('holds __proto__ as an ordinary key', () => {
    const value = json('__proto__: {polluted: 1}\n');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    [
      'a merge conflict',
      'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n',
      'merge-conflict',
      2,
    ],
    ['an unclosed list', 'a: 1\nb: [1, 2\n', 'yaml-syntax', 3],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml-syntax', 2],
    ['a second document', 'a: 1\n---\nb: 1\n', 'yaml-syntax', 2],
    ['a control character', 'a: 1\nb: \u0007\n', 'yaml-syntax', 2],
    ['NUL', 'a: \0\n', 'not-text', 1],
    ['deep flow nesting', '['.repeat(100_000), 'limit-exceeded', 1],
    ['deep block nesting', '- '.repeat(10_000), 'limit-exceeded', 1],
  ])('refuses %s', (_, text, code, line) => {
    const { root, problems } = read(text);
    expect(root).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, path: 'f.yaml' });
    expect(problems[0].line).toBe(line);
  });

  it('refuses bytes that are no UTF-8, and too many of them', () => {
    const limits = { ...DEFAULT_READ_LIMITS, bytes: 3 };
    const latin1 = new Uint8Array([0x61, 0x0a, 0xff]);
    expect(parseYaml(latin1, 'f', limits).problems).toMatchObject([
      { code: 'not-text', line: 2 },
    ]);
    expect(parseYaml(encode('a\n\0'), 'f', limits).problems).toMatchObject([
      { code: 'not-text', line: 2 },
    ]);
    expect(parseYaml(encode('abcd'), 'f', limits).problems).toMatchObject([
      { code: 'too-large', line: 1, args: { size: 4, limit: 3 } },
    ]);
  });

  it('says at which line a limit was reached', () => {
    const limits = { ...DEFAULT_READ_LIMITS, depth: 3, nodes: 20 };
    const lineOf = (text: string) =>
      parseYaml(encode(text), 'f', limits).problems.map(
        ({ code, line }) => `${code}:${line}`,
      );
    expect(lineOf('a: 1\nb:\n  - [[[x]]]\n')).toEqual(['limit-exceeded:3']);
    expect(lineOf('a: &a [x]\nb:\n  - *a\n')).toEqual(['limit-exceeded:3']);
    expect(lineOf('- x\n'.repeat(30))).toEqual(['limit-exceeded:20']);
    expect(lineOf('- x\n'.repeat(300))).toEqual(['limit-exceeded:33']);
  });

  it('counts each use of an alias in full', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const value = level === 0 ? 'x' : `*a${level - 1}`;
      const items = Array.from({ length: 9 }, () => value).join(', ');
      return `a${level}: &a${level} [${items}]`;
    });
    expect(read(levels.join('\n')).problems).toMatchObject([
      { code: 'limit-exceeded', args: { what: 'nodes' } },
    ]);
  });

  it('names a cycle and an unknown alias, and keeps the rest', () => {
    const { root, problems } = read('a: &a [*a]\nb: *c\nd: 1\n');
    expect(problems).toMatchObject([
      { code: 'yaml-syntax', line: 1 },
      { code: 'yaml-syntax', line: 2 },
    ]);
    expect(root && yamlToJson(root)).toEqual({ a: [null], b: null, d: 1 });
  });

  it('names a tag that the tool refuses', () => {
    expect(read('a: !!python/object:os.system x\n').problems).toMatchObject([
      { code: 'yaml-syntax', line: 1 },
    ]);
  });
});
