import { describeCommitOid, describeDataHash } from './shortHash';

describe('hashes', () => {
  it('shows at once whether a hash is data or a commit', () => {
    expect(
      describeDataHash({
        algorithm: 'md5',
        value: 'aa9d3a1f0c4f4b7c9d2e8f6a5b3c1d0e.dir',
      }),
    ).toEqual({
      label: 'data:aa9d3a1',
      full: 'aa9d3a1f0c4f4b7c9d2e8f6a5b3c1d0e.dir',
      description: 'md5 aa9d3a1f0c4f4b7c9d2e8f6a5b3c1d0e.dir',
    });
    expect(
      describeCommitOid('3f2a1c94d0b65e7788f1c2a9be40d6135a7c8e21').label,
    ).toBe('git:3f2a1c9');
  });
});
