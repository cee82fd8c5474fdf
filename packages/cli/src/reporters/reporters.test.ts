import { ProblemRow } from '../describe/describeProblems';
import { formatDoctor } from './formatDoctor';
import { formatJson } from './formatJson';
import { formatProblems } from './formatProblems';
import { displayWidth, formatTable } from './formatTable';
import {
  formatDuration,
  formatSize,
  formatTime,
  shortHash,
} from './formatValues';
import { plainText } from './plainText';
import { createTextStyle } from './TextStyle';

const PLAIN = createTextStyle({ isTTY: false, env: {} });

const PROBLEM: ProblemRow = {
  code: 'yaml-syntax',
  severity: 'error',
  message: 'Not valid YAML: tab.',
  path: 'a.dvc',
  line: 2,
  column: 5,
  remedy: 'Fix the line.',
};

describe('colours', () => {
  it.each([
    [true, {}, '\u001b[31mx\u001b[0m'],
    [false, {}, 'x'],
    [undefined, {}, 'x'],
    [true, { NO_COLOR: '1' }, 'x'],
    [true, { NO_COLOR: '' }, '\u001b[31mx\u001b[0m'],
    [true, { TERM: 'dumb' }, 'x'],
  ])('terminal %j with %j', (isTTY, env, expected) => {
    expect(createTextStyle({ isTTY, env }).error('x')).toBe(expected);
  });
});

describe('formatProblems', () => {
  it('prints them as a compiler does, with the remedy', () => {
    const nowhere = { ...PROBLEM, severity: 'warning' as const };
    delete nowhere.line;
    delete nowhere.column;
    expect(formatProblems([PROBLEM, nowhere], PLAIN)).toBe(
      `\
a.dvc:2:5: error: Not valid YAML: tab. [yaml-syntax]
  Fix the line.
a.dvc: warning: Not valid YAML: tab. [yaml-syntax]
  Fix the line.
`,
    );
  });

  it('prints nothing for none', () => {
    expect(formatProblems([], PLAIN)).toBe('');
  });
});

describe('names that would command a terminal', () => {
  it.each([
    ['a\u001b[2Jb', 'a\\x1b[2Jb'],
    ['a\nb\tc', 'a\\x0ab\\x09c'],
    ['\u009b31m', '\\x9b31m'],
    ['user\u202egpj.exe', 'user\\u202egpj.exe'],
    ['größe 数据 🧪', 'größe 数据 🧪'],
  ])('%j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('are escaped in tables and problems', () => {
    const hostile = { ...PROBLEM, path: 'a\u001b]0;x\u0007' };
    expect(formatProblems([hostile], PLAIN)).toContain('a\\x1b]0;x\\x07:2:5');
    expect(
      formatTable([hostile], [{ title: 'P', cell: row => row.path }], PLAIN),
    ).toBe('P\na\\x1b]0;x\\x07');
  });

  it('are escaped in JSON, where they stay what they are', () => {
    const json = formatJson({ path: 'a\u009b\u001b\u007f' });
    expect(json).toBe('{\n  "path": "a\\u009b\\u001b\\u007f"\n}\n');
    expect(JSON.parse(json)).toEqual({ path: 'a\u009b\u001b\u007f' });
  });
});

describe('formatTable', () => {
  it('aligns by what a terminal shows, and leaves empty columns out', () => {
    const rows = [
      { name: '数据', size: '1' },
      { name: 'e\u0301te\u0301', size: '1000' },
    ];
    expect(
      formatTable(
        rows,
        [
          { title: 'NAME', cell: row => row.name },
          { title: 'NOTHING', cell: () => '' },
          { title: 'SIZE', cell: row => row.size, align: 'right' },
        ],
        PLAIN,
      ),
    ).toBe('NAME  SIZE\n数据     1\ne\u0301te\u0301   1000');
  });

  it.each([
    ['abc', 3],
    ['', 0],
    ['データ', 6],
    ['🧪', 2],
    ['e\u0301', 1],
  ])('%j takes %d cells', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('values', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_549, '1.5 kB'],
    [9_949, '9.9 kB'],
    [14_445_097, '14 MB'],
    [999_960, '1.0 MB'],
    [2_000_000_000_000, '2.0 TB'],
    [Number.MAX_SAFE_INTEGER, '9.0 PB'],
  ])('%d bytes are %s', (bytes, expected) => {
    expect(formatSize(bytes)).toBe(expected);
  });

  it.each([
    [0, '0 s'],
    [0.5, '0.5 s'],
    [90, '90 s'],
    [120, '2 min'],
    [5_400, '90 min'],
    [7_200, '2 h'],
    [172_800, '2 d'],
  ])('%d seconds are %s', (seconds, expected) => {
    expect(formatDuration(seconds)).toBe(expected);
  });

  it.each([
    ['22a1a2931c8370d3aeedd7183606fd7f', '22a1a29'],
    ['153aad06d376b6595932470e459ef42a.dir', '153aad0.dir'],
    ['v1.0.0', 'v1.0.0'],
    ['"etag-with-quotes"', '"etag-with-quotes"'],
  ])('the hash %j is %j', (value, expected) => {
    expect(shortHash(value)).toBe(expected);
  });

  it('shows times in UTC, to the minute', () => {
    expect(formatTime('2026-02-03T04:05:06Z')).toBe('2026-02-03 04:05 UTC');
  });
});

describe('formatDoctor', () => {
  it('lists files, and per page what is missing with its remedy', () => {
    expect(
      formatDoctor(
        {
          files: [
            { path: 'a.dvc', reader: 'dvc-file', status: 'read' },
            { path: 'dvc.lock', reader: 'dvc-lock', status: 'problem' },
          ],
          pages: [
            { page: 'features', ready: true, missing: [] },
            {
              page: 'data',
              ready: false,
              missing: [{ what: 'No remote.', remedy: 'Add one.' }],
            },
          ],
        },
        PLAIN,
      ),
    ).toBe(`\
FILE      READER    STATUS
a.dvc     dvc-file  read
dvc.lock  dvc-lock  problem

features  ready

data  not ready
  No remote.
    Add one.`);
  });

  it('says that nothing was found', () => {
    expect(formatDoctor({ files: [], pages: [] }, PLAIN)).toBe(
      'No file of DVC, Feast or a model was found.',
    );
  });
});
