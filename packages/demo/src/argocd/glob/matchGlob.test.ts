import { matchGlob } from './matchGlob';

describe('matchGlob', () => {
  it.each([
    ['*', '', true],
    ['*', 'a/b', true],
    ['ml-*', 'ml-churn', true],
    ['ml-*', 'xml-churn', false],
    ['ml-*/*', 'ml-churn/a/b', true],
    ['ml-*/*', 'ml-churn', false],
    ['ml-?', 'ml-x', true],
    ['ml-?', 'ml-xy', false],
    ['{get,sync}', 'sync', true],
    ['{get,sync}', 'create', false],
    ['a{b,{c,d}e}f', 'adef', true],
    ['[a-c]x', 'bx', true],
    ['[a-c]x', 'dx', false],
    ['[!a-c]x', 'dx', true],
    ['[abc]', 'c', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['', '', true],
    ['', 'a', false],
    ['a.b', 'axb', false],
    ['[a', '[a', false],
    ['{a', '{a', false],
  ])('%s takes %s: %s', (pattern, text, expected) => {
    expect(matchGlob(pattern, text)).toBe(expected);
  });

  it.each([
    ['http://host/*', 'http://host/ml', true],
    ['http://host/*', 'http://host/ml/churn', false],
    ['http://host/**', 'http://host/ml/churn', true],
    ['http://host/ml?churn', 'http://host/ml/churn', false],
  ])('with / as separator %s takes %s: %s', (pattern, text, expected) => {
    expect(matchGlob(pattern, text, '/')).toBe(expected);
  });

  it('takes no exponential time for a hostile pattern', () => {
    const started = Date.now();
    expect(matchGlob(`${'*a'.repeat(100)}b`, 'a'.repeat(500))).toBe(false);
    expect(matchGlob('{a,b}'.repeat(30), 'c')).toBe(false);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
