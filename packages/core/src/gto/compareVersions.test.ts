import fc from 'fast-check';
import semver from 'semver';
import { compareVersions } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    ['v1.0.0', 'v1.0.0', 0],
    ['v1.9.0', 'v1.10.0', -1],
    ['v2.0.0', 'v1.99.99', 1],
    ['v1.0.0-rc.1', 'v1.0.0', -1],
    ['v1.0.0-alpha.2', 'v1.0.0-alpha.11', -1],
    ['v1.0.0-alpha.1', 'v1.0.0-alpha.beta', -1],
    ['v1.0.0-alpha', 'v1.0.0-alpha.1', -1],
    ['v1.0.0+one', 'v1.0.0+two', 0],
    ['v1.0.0-a-b+c-d', 'v1.0.0-a-c', -1],
    ['v20240101123456789012.0.0', 'v20240101123456789011.9.0', 1],
  ])('orders %s and %s', (a, b, order) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order);
    expect(Math.sign(compareVersions(b, a))).toBe(order === 0 ? 0 : -order);
  });

  it('agrees with the semver library', () => {
    const number = fc.nat(12).map(String);
    const identifier = fc.oneof(number, fc.constantFrom('a', 'b', 'rc', '-1x'));
    const version = fc
      .tuple(number, number, number, fc.array(identifier, { maxLength: 3 }))
      .map(
        ([major, minor, patch, prerelease]) =>
          `v${major}.${minor}.${patch}${
            prerelease.length > 0 ? `-${prerelease.join('.')}` : ''
          }`,
      );
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(semver.compare(a, b));
      }),
    );
  });
});
