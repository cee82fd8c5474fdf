import { formatListing } from './formatListing';
import { formatPointer } from './formatPointer';

const SUM = 'c4ca4238a0b923820dcc509a6f75849b';
const pathLine = (name: string) =>
  formatPointer({ name, md5: SUM, size: 1, isExec: false })
    .split('\n')
    .slice(4)
    .join('\n');

// What `dvc add` of DVC 3.67 wrote; scripts/conformance/track.test.mjs compares more.
describe('formatPointer', () => {
  it('writes a file', () => {
    expect(
      formatPointer({ name: 'a.csv', md5: SUM, size: 12, isExec: false }),
    ).toBe(`outs:\n- md5: ${SUM}\n  size: 12\n  hash: md5\n  path: a.csv\n`);
  });

  it('writes an executable and a folder', () => {
    expect(formatPointer({ name: 'x', md5: SUM, size: 0, isExec: true })).toBe(
      `outs:\n- md5: ${SUM}\n  size: 0\n  isexec: true\n  hash: md5\n  path: x\n`,
    );
    expect(
      formatPointer({
        name: 'd',
        md5: `${SUM}.dir`,
        size: 8,
        files: 7,
        isExec: false,
      }),
    ).toBe(
      `outs:\n- md5: ${SUM}.dir\n  size: 8\n  nfiles: 7\n  hash: md5\n  path: d\n`,
    );
  });

  it.each([
    ['données – π 🙂.csv', 'données – π 🙂.csv'],
    ['with space.csv', 'with space.csv'],
    ["it's.txt", "it's.txt"],
    ['?q', '?q'],
    ['yes', 'yes'],
    ['12:30:45', '12:30:45'],
    ['a,b', 'a,b'],
    ['123', "'123'"],
    ['1e3', "'1e3'"],
    ['1_000', "'1_000'"],
    ['0x1F', "'0x1F'"],
    ['2020-01-01', "'2020-01-01'"],
    ['.inf', "'.inf'"],
    ['true', "'true'"],
    ['null', "'null'"],
    ['~', "'~'"],
    ['=', "'='"],
    ['<<', "'<<'"],
    ['a: b', "'a: b'"],
    ['c #d', "'c #d'"],
    ['ends:', "'ends:'"],
    ['trail ', "'trail '"],
    ['#x', "'#x'"],
    ['[br]', "'[br]'"],
    [
      `${'word '.repeat(20)}end.csv`,
      `${'word '.repeat(14)}\n    ${'word '.repeat(6)}end.csv`,
    ],
  ])('writes the name %j as DVC does', (name, expected) => {
    expect(pathLine(name)).toBe(`  path: ${expected}\n`);
  });

  it.each(['a\nb', 'bell\u0007', 'ls\u2028x', 'bom\ufeffx', "'quoted': x"])(
    'refuses the name %j, which DVC escapes',
    name => {
      expect(() => pathLine(name)).toThrow('rename the file');
    },
  );

  it('writes a sum of digits so that YAML reads no number', () => {
    const md5 = '12345678901234567890123456789012';
    expect(formatPointer({ name: 'a', md5, size: 1, isExec: false })).toContain(
      `md5: '${md5}'`,
    );
  });
});

describe('formatListing', () => {
  it('sorts by code point and escapes as Python does', () => {
    const file = (path: string) => ({ path, md5: SUM });
    expect(
      formatListing(['\ufb01', '😀', 'sub/b', 'a b"q\\z', 'ü'].map(file)),
    ).toBe(
      `[${['a b\\"q\\\\z', 'sub/b', '\\u00fc', '\\ufb01', '\\ud83d\\ude00']
        .map(path => `{"md5": "${SUM}", "relpath": "${path}"}`)
        .join(', ')}]`,
    );
    expect(formatListing([])).toBe('[]');
  });
});
