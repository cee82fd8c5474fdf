import { selectDvcRemoteRule } from './selectDvcRemoteRule';

const rule = (urlPrefix: string) => ({
  urlPrefix,
  username: undefined,
  password: undefined,
});
const RULES = [
  rule('https://h/team/'),
  rule('https://h/team/a/'),
  rule('http://127.0.0.1:3202/'),
];

describe('selectDvcRemoteRule', () => {
  it.each([
    ['https://h/team', 'https://h/team/'],
    ['https://h/team/x/', 'https://h/team/'],
    ['https://H/team/a', 'https://h/team/a/'],
    ['https://h:443/team/a/b', 'https://h/team/a/'],
    ['http://127.0.0.1:3202', 'http://127.0.0.1:3202/'],
    ['https://h/x/../team/b', 'https://h/team/'],
  ])('covers %s', (url, prefix) => {
    expect(selectDvcRemoteRule(url, RULES)?.urlPrefix).toBe(prefix);
  });

  it.each([
    'https://h/teams',
    'https://h/team/../secret',
    'https://h/team/%2e%2e/secret',
    'https://h/team/..%2fsecret',
    'http://h/team/',
    'https://h:8443/team/',
    'https://h.evil/team/',
    'https://evil/?https://h/team/',
    'https://h@evil/team/',
    'http://169.254.169.254/latest',
    'http://localhost:3202/',
    '/var/store',
    '',
  ])('does not cover %s', url => {
    expect(selectDvcRemoteRule(url, RULES)).toBeUndefined();
  });
});
