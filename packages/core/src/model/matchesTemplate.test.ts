import { countLiteral, matchesTemplate } from './matchesTemplate';

describe('matchesTemplate', () => {
  it.each([
    ['plots/a/b.png', 'plots/${item}/b.png'],
    ['m/clf.mlem', '${model.dir}/clf.mlem'],
    ['anything/at all', '${path}'],
    ['a-1-b', '${x}-${y}-${z}'],
    ['a/${b}/c', 'a/\\${b}/${c}'],
    ['same', 'same'],
  ])('%j can come of %j', (path, template) => {
    expect(matchesTemplate(path, template)).toBe(true);
  });

  it.each([
    ['plots/a/c.png', 'plots/${item}/b.png'],
    ['other/a/b.png', 'plots/${item}/b.png'],
    ['aba', 'ab${x}ba'],
    ['a-b', '${x}-${y}-${z}'],
    ['same.pkl', 'same'],
  ])('%j can not come of %j', (path, template) => {
    expect(matchesTemplate(path, template)).toBe(false);
  });
});

it('counts what a template has written out', () => {
  expect(['${a}', 'x/${a}.csv', 'x'].map(countLiteral)).toEqual([0, 6, 1]);
});
