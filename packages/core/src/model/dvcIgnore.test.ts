import { createDvcIgnore } from './dvcIgnore';

function ignoring(pattern: string) {
  const patterns = [{ pattern, line: 1 }];
  return createDvcIgnore(
    [{ kind: 'dvc-ignore', path: '.dvcignore', patterns }],
    [],
  );
}

// Answers of `dvcignore.is_ignored_file` in dvc 3.67.1.
describe('createDvcIgnore', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'x/a', true],
    ['a', 'a/b', true],
    ['/a', 'x/a', false],
    ['x/a', 'x/a', true],
    ['x/a', 'y/x/a', false],
    ['a/', 'a', false],
    ['a/', 'a/b', true],
    ['*.log', 'x/y.log', true],
    ['a*b*c', 'aXbYc', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['[a-c]x', 'bx', true],
    ['[!a-c]x', 'bx', false],
    ['[]x]', ']', true],
    ['[a', '[a', false],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['**/x', 'a/b/x', true],
    ['a/**/x', 'a/x', true],
    ['a/**/x', 'a/b/c/x', true],
    ['a/**', 'a', false],
    ['a/**', 'a/b', true],
    ['*', 'a/b', true],
    ['/', 'a', false],
    ['*/', 'a/b', false],
    ['**/', 'a/b', false],
    ['**/*/**', 'a/b', false],
    ['a/*/**', 'a/b/c', true],
    ['/*/', 'a/b', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(ignoring(pattern).matches(path)).toBe(expected);
  });

  it('takes no notice of a pattern that makes dvc fail', () => {
    expect(ignoring('!').matches('a')).toBe(false);
    expect(ignoring('a\\').matches('a')).toBe(false);
  });

  it('ends where a pattern could be tried in many ways', () => {
    const name = 'a'.repeat(4000);
    expect(ignoring(`${'a*'.repeat(200)}b`).matches(name)).toBe(false);
    expect(ignoring(`${'**/a/'.repeat(30)}b`).matches('a/'.repeat(200))).toBe(
      false,
    );
  });
});
