import { dvcObjectUrl } from './dvcObjectUrl';

const SUM = 'a304afb96060aad90176268345e10355';

describe('dvcObjectUrl', () => {
  it.each([
    [
      'https://h/store',
      'md5',
      SUM,
      'https://h/store/files/md5/a3/04afb96060aad90176268345e10355',
    ],
    [
      'https://h/store/',
      'md5',
      `${SUM}.dir`,
      'https://h/store/files/md5/a3/04afb96060aad90176268345e10355.dir',
    ],
    [
      'https://h',
      'md5-dos2unix',
      SUM,
      'https://h/a3/04afb96060aad90176268345e10355',
    ],
    [
      'https://h/s?sig=1',
      'md5',
      SUM,
      'https://h/s/files/md5/a3/04afb96060aad90176268345e10355?sig=1',
    ],
  ])('finds in %s the %s %s', (remote, algorithm, value, url) => {
    expect(dvcObjectUrl(remote, { algorithm, value })).toBe(url);
  });

  it.each([
    ['etag', SUM],
    ['md5', '../../../../etc/passwd'],
    ['md5', `${SUM}/x`],
    ['md5', ''],
  ])('has no place for %s %s', (algorithm, value) => {
    expect(dvcObjectUrl('https://h', { algorithm, value })).toBeUndefined();
  });
});
