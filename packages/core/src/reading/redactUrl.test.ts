import { redactUrl } from './redactUrl';

describe('redactUrl', () => {
  it.each([
    ['s3://bucket/path', 's3://bucket/path'],
    ['https://user:pass@host/x', 'https://host/x'],
    ['https://ghp_abc@github.com/o/r.git', 'https://github.com/o/r.git'],
    ['https://user:p@ss@host/x', 'https://host/x'],
    ['https://user:pa/ss@host/x', 'https://host/x'],
    ['https://user:pa#ss@host/x', 'https://host/x'],
    ['https://host:8080/a@b', 'https://host:8080/a@b'],
    ['ssh://git@host:22/x', 'ssh://host:22/x'],
    ['git@github.com:o/r.git', 'git@github.com:o/r.git'],
    [
      'https://h/x?a=1&X-Amz-Signature=abc',
      'https://h/x?a=1&X-Amz-Signature=***',
    ],
    ['https://h/x?sv=1&sig=a%2Bb', 'https://h/x?sv=1&sig=***'],
    ['https://h/x?access%5Ftoken=abc', 'https://h/x?access%5Ftoken=***'],
    ['https://h/x#access_token=abc', 'https://h/x#access_token=***'],
    ['https://u:pa?ss@h/x', 'https://h/x'],
    ['https://h/x?to=https://u:p@h2/', 'https://h/x?to=https://h2/'],
    ['user:pass@host:o/r', 'host:o/r'],
    ['AccountName=a;AccountKey=b==', 'AccountName=a;AccountKey=***'],
    ['../data', '../data'],
    ['', ''],
  ])('writes %s as %s', (url, expected) => {
    expect(redactUrl(url)).toBe(expected);
  });
});
