import { redactUrls } from './redactUrls';

describe('redactUrls', () => {
  it.each([
    ['https://user:password@host/x', 'https://host/x'],
    [
      'git+ssh://token@host:22/x and http://a:b@c',
      'git+ssh://host:22/x and http://c',
    ],
    ['git@host:owner/repo', 'git@host:owner/repo'],
    [
      "unable to access 'https://u:p@h/x.git/'",
      "unable to access 'https://h/x.git/'",
    ],
    ['url: https://h/x?token=abc&a=1', 'url: https://h/x?token=***&a=1'],
    [`${'a'.repeat(100)}://u:p@h`, `${'a'.repeat(100)}://h`],
  ])('writes %j as %j', (text, expected) => {
    expect(redactUrls(text)).toBe(expected);
  });

  it('looks at a long word once: a value of megabytes ends', () => {
    const text = 'a'.repeat(4 * 1024 * 1024);
    expect(redactUrls(text)).toBe(text);
  });
});
