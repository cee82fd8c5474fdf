import { countLiteral, fillTemplate, matchesTemplate } from './matchesTemplate';

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

it('lets an expression at the start lead out of the folder', () => {
  const template = 'pipelines/${root}/src/a.csv';
  expect(matchesTemplate('src/a.csv', template, 'pipelines')).toBe(true);
  expect(matchesTemplate('src/a.csv', template)).toBe(false);
  expect(matchesTemplate('src/b.csv', template, 'pipelines')).toBe(false);
});

it.each([
  ['p/${dir}/x-${n}.csv', 'out/x-1.5.csv'],
  ['${ a.b }', 'v'],
  ['${list}/${none}', '${list}/${none}'],
  ['${toString}', '${toString}'],
  ['\\${dir}', '\\${dir}'],
])('fills in what is known of %j: %j', (template, expected) => {
  const values = { dir: '../out', n: 1.5, 'a.b': 'v', list: [1] };
  expect(fillTemplate(template, values)).toBe(expected);
});
