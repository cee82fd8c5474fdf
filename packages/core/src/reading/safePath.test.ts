import { safePath } from './safePath';

describe('safePath', () => {
  it.each([
    ['', 'data', 'data'],
    ['a/b', '../c', 'a/c'],
    ['', './data/', 'data'],
    ['', 'model//clf-model', 'model/clf-model'],
    ['a', '.', 'a'],
    ['', '.', ''],
    ['', '__proto__', '__proto__'],
    ['a', '../..', undefined],
    ['', '../../../etc/passwd', undefined],
    ['', '/etc/passwd', undefined],
    ['', 'C:\\data', undefined],
    ['', 's3://bucket/data', undefined],
    ['', 'a\0b', undefined],
    ['', 'x'.repeat(5000), undefined],
  ])('joins %j and %j', (base, path, expected) => {
    expect(safePath(base, path)).toBe(expected);
  });
});
