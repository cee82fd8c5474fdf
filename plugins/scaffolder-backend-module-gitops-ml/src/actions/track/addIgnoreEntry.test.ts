import { addIgnoreEntry } from './addIgnoreEntry';

describe('addIgnoreEntry', () => {
  it.each([
    ['', 'a.csv', '/a.csv\n'],
    ['/b\n', 'a.csv', '/b\n/a.csv\n'],
    ['/b', 'a.csv', '/b\n/a.csv\n'],
    ['/a.csv\n', 'a.csv', '/a.csv\n'],
    ['a.csv\n', 'a.csv', 'a.csv\n/a.csv\n'],
    ['', '[x]*?!#\\', '/\\[x\\]\\*\\?\\!\\#\\\\\n'],
  ])('of %j with %j makes %j', (text, name, expected) => {
    expect(addIgnoreEntry(text, name)).toBe(expected);
  });
});
