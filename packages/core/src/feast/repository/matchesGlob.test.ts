import { matchesGlob } from './matchesGlob';

// The same patterns are held against Python's own Path.glob in scripts/conformance.
describe('matchesGlob', () => {
  it.each([
    ['a.py', 'a.py', true],
    ['b/a.py', 'a.py', false],
    ['b/a.py', '**/a.py', true],
    ['a.py', '**/a.py', true],
    ['b/c/a.py', 'b/**/a.py', true],
    ['b/a.py', '*/a.py', true],
    ['b/c/a.py', '*/a.py', false],
    ['ab.py', '[ab]b.py', true],
    ['ab.py', '[!a]b.py', false],
    ['a.py', '?.py', true],
    ['a.py', '/a.py', false],
    ['a.py', './a.py', true],
    ['a.py', 'b/../a.py', true],
    ['a.py', '../a.py', false],
    ['a.py', '[z-a].py', false],
    ['a+b.py', 'a+b.py', true],
    ['aab.py', 'a+b.py', false],
  ])('%s by %s: %s', (path, pattern, expected) => {
    expect(matchesGlob(path.split('/'), pattern)).toBe(expected);
  });

  it('costs no more for many deep wildcards', () => {
    const path = Array.from({ length: 200 }, () => 'a');
    const pattern = `${'**/'.repeat(200)}b`;
    expect(matchesGlob(path, pattern)).toBe(false);
  });
});
