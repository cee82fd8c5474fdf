import { isImageConsistent, isImageProven } from './matchImages';
import { parseImage } from './parseImage';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

it.each([
  ['a', 'a', undefined, undefined],
  ['ghcr.io/ml/a:v1', 'ghcr.io/ml/a', 'v1', undefined],
  ['localhost:5000/a', 'localhost:5000/a', undefined, undefined],
  [`localhost:5000/a:v1@${digest('1')}`, 'localhost:5000/a', 'v1', digest('1')],
])('parseImage reads %s', (image, repository, tag, found) => {
  expect(parseImage(image)).toEqual({ repository, tag, digest: found });
});

it.each<[string, string[], string[], boolean, boolean]>([
  ['the same digest', [`a@${digest('1')}`], [`a@${digest('1')}`], true, true],
  ['another digest', [`a@${digest('1')}`], [`a@${digest('2')}`], false, false],
  ['the same tag', ['a:v1'], ['a:v1'], true, false],
  ['another tag', ['a:v1'], ['a:v2'], false, false],
  ['a tag for a digest', ['a:v1'], [`a@${digest('1')}`], true, false],
  ['one of two', ['a:v1'], ['a:v2', 'a:v1'], true, false],
  ['nothing of that image', ['a:v1'], ['b:v1'], true, false],
  ['nothing at all', ['a:v1'], [], true, false],
  ['a repository alone', ['a:v1'], ['a'], true, false],
  [
    'one image well and another not',
    [`a@${digest('1')}`, 'b:v1'],
    [`a@${digest('1')}`, 'b:v2'],
    false,
    true,
  ],
])('a commit that names %s', (_, images, named, consistent, proven) => {
  const parsed = named.map(parseImage);
  expect(isImageConsistent(images, parsed)).toBe(consistent);
  expect(isImageProven(images, parsed)).toBe(proven);
});
