import { parseObjectPath } from './parseObjectPath';

const md5 = 'a304afb96060aad90176268345e10355';
const at = `files/md5/a3/${md5.slice(2)}`;

describe('parseObjectPath', () => {
  it.each([
    [`/fraud/${at}`, { repository: 'fraud', md5, suffix: '' }],
    [
      `/ml/fraud-2.x/${at}.dir`,
      { repository: 'ml/fraud-2.x', md5, suffix: '.dir' },
    ],
  ])('reads %s', (path, name) => {
    expect(parseObjectPath(path)).toEqual(name);
  });

  it.each([
    `/${at}`,
    `/../${at}`,
    `/fraud/../${at}`,
    `/fraud/..%2f${at}`,
    `/.hidden/${at}`,
    `//${at}`,
    `/fraud/${at}/`,
    `/fraud/${at}.tmp`,
    `/fraud/${at.toUpperCase()}`,
    `/fraud/files/md5/a3/04`,
    `/fraud/a3/${md5.slice(2)}`,
    `/${'a/'.repeat(200)}${at}`,
  ])('knows no such thing as %s', path => {
    expect(parseObjectPath(path)).toBeUndefined();
  });
});
