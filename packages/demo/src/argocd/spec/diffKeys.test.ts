import { readDiffGoldens } from '../__testUtils__/goldens';
import { describeDifference, diffKeys } from './diffKeys';

describe('diffKeys', () => {
  it.each(readDiffGoldens())(
    'says what r3labs/diff says: $before → $after: $keys',
    ({ before, after, keys }) => {
      expect(diffKeys(before, after)).toEqual(keys);
    },
  );

  it('spells a name as Go does', () => {
    expect(diffKeys({}, { sshPrivateKey: 'x' })).toEqual(['SSHPrivateKey']);
  });
});

describe('describeDifference', () => {
  it('names no key where only the order of a list differs', () => {
    expect(
      describeDifference(
        'project',
        { sourceRepos: ['a', 'b'] },
        { sourceRepos: ['b', 'a'] },
      ),
    ).toBe(
      'existing project spec is different; use upsert flag to force update',
    );
  });
});
