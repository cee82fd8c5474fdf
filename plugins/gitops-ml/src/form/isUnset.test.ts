import { isUnset } from './isUnset';

describe('isUnset', () => {
  it.each([
    [undefined, true],
    [[{ cluster: 'in-cluster' }], true],
    [[{}], true],
    [[], false],
    [[{ name: '' }], false],
    [[{ name: 'staging' }], false],
  ])('answers for %j: %s', (environments, expected) => {
    expect(isUnset(environments)).toBe(expected);
  });
});
