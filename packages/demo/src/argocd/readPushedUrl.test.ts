import { readPushedUrl } from './readPushedUrl';

it.each([
  ['{"repository":{"clone_url":"http://a/b.git"}}', 'http://a/b.git'],
  ['{"repository":{"git_http_url":"http://a/b.git"}}', 'http://a/b.git'],
  ['{"repository":{}}', undefined],
  ['{}', undefined],
  ['', undefined],
  ['[1]', undefined],
])('%s was pushed to %s', (text, expected) => {
  expect(readPushedUrl(text)).toBe(expected);
});
