import { diffRefs } from './diffRefs';

const main = 'refs/heads/main';

describe('diffRefs', () => {
  it.each<[string, Record<string, string>, Record<string, string>, unknown[]]>([
    ['nothing', { [main]: 'a' }, { [main]: 'a' }, []],
    [
      'a new branch',
      {},
      { [main]: 'a' },
      [{ ref: main, before: undefined, after: 'a' }],
    ],
    [
      'a branch that moved, beside one that did not',
      { [main]: 'a', 'refs/heads/x': 'a' },
      { [main]: 'b', 'refs/heads/x': 'a' },
      [{ ref: main, before: 'a', after: 'b' }],
    ],
    [
      'a tag that went',
      { 'refs/tags/m@v1.0.0': 'a' },
      {},
      [{ ref: 'refs/tags/m@v1.0.0', before: 'a', after: undefined }],
    ],
  ])('sees %s', (_, before, after, changes) => {
    expect(
      diffRefs(new Map(Object.entries(before)), new Map(Object.entries(after))),
    ).toEqual(changes);
  });
});
