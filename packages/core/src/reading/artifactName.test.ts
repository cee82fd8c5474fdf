import { ARTIFACT_PATTERN } from './artifactName';

describe('ARTIFACT_PATTERN', () => {
  it.each([
    ['m', true],
    ['my-model/v2', true],
    ['dir.a/b:m', true],
    ['dir=m', false],
    ['m m', false],
    ['m-', false],
    ['', false],
  ])('says of %j: %s', (name, valid) => {
    expect(ARTIFACT_PATTERN.test(name)).toBe(valid);
  });
});
