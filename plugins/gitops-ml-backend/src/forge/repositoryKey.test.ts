import { isSameRepository, repositoryKey } from './repositoryKey';

const FORGES = [
  { host: 'github.com', baseUrl: 'https://github.com' },
  { host: 'localhost:3200', baseUrl: 'http://localhost:3200' },
  { host: 'git.corp:1443', baseUrl: 'https://git.corp:1443' },
  { host: 'git.corp:2443', baseUrl: 'https://git.corp:2443' },
];

describe('repositoryKey', () => {
  it.each([
    ['https://github.com/o/r', 'https://GitHub.com/o/r.git'],
    ['https://github.com/o/r', 'https://user:pw@github.com/o/r/'],
    ['https://github.com/o/r', 'https://github.com:443/o/r.git/'],
    ['https://github.com/o/r', 'git@github.com:o/r.git'],
    ['https://github.com/o/r', 'ssh://git@github.com/o/r'],
    ['https://github.com/o/r', 'ssh://git@github.com:22/o/r.git'],
    ['http://localhost:3200/ml/f', 'ssh://git@localhost:2222/ml/f.git'],
    ['ssh://git@elsewhere/o/r.git', 'elsewhere:o/r'],
  ])('takes %s and %s as one repository', (a, b) => {
    expect(isSameRepository(a, b, FORGES)).toBe(true);
  });

  it.each([
    ['https://github.com/o/r', 'https://github.com/o/r2'],
    ['https://github.com/o/r', 'http://github.com/o/r'],
    ['https://github.com/o/r', 'https://github.com:8443/o/r'],
    ['https://github.com/o/r', 'https://github.com/O/r'],
    ['https://github.com/o/r', 'https://github.com.evil/o/r'],
    ['https://github.com/o/r', 'https://evil/github.com/o/r'],
    // Two integrations on one host name: ssh can't say which.
    ['https://git.corp:1443/o/r', 'git@git.corp:o/r.git'],
    ['https://elsewhere/o/r', 'git@elsewhere:o/r.git'],
  ])('takes %s and %s as two', (a, b) => {
    expect(isSameRepository(a, b, FORGES)).toBe(false);
  });

  it.each([
    'file:///etc',
    '/etc/passwd',
    'ext::sh -c id',
    'git://h/o/r',
    '',
    // Only its server knows which repository this is.
    'https://github.com/o/r?x=/o/other',
    'https://github.com/o/r#other',
  ])('has no key for %s', text =>
    expect(repositoryKey(text, FORGES)).toBeUndefined(),
  );
});
