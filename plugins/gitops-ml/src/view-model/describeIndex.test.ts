import { describeIndex } from './describeIndex';

describe('describeIndex', () => {
  it('has nothing to say of an index that is ready', () => {
    expect(describeIndex({ status: 'ready', commits: 0 })).toBeUndefined();
  });

  it.each([
    [{ commits: 0, commitsTotal: 400 }, 'Reading history: 0 of 400 commits', 0],
    [
      { commits: 120, commitsTotal: 400 },
      'Reading history: 120 of 400 commits',
      0.3,
    ],
    [{ commits: 12_000 }, 'Reading history: 12,000 commits so far', undefined],
    [
      { commits: 0, commitsTotal: 0 },
      'Reading history: 0 of 0 commits',
      undefined,
    ],
  ])('says how far %j is', (index, title, fraction) => {
    expect(describeIndex({ status: 'indexing', ...index })).toMatchObject({
      kind: 'indexing',
      title,
      fraction,
    });
  });

  it.each(['waiting', 'failed'])('passes the reason of %s on', status => {
    expect(
      describeIndex({ status, commits: 0, message: 'disk full' }),
    ).toMatchObject({ kind: status, detail: 'disk full' });
  });
});
