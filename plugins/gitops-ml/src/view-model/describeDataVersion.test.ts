import { describeDataVersion } from './describeDataVersion';

const HASH = { algorithm: 'md5', value: 'abc' };

describe('describeDataVersion', () => {
  it.each([
    [{ hash: HASH, unreadable: false }, 'known'],
    [{ unreadable: false, stage: 'train' }, 'none'],
    [{ unreadable: false }, 'none'],
    [{ unreadable: true, stage: 'train' }, 'unknown'],
  ])('takes the version of %j for %s', (output, kind) => {
    expect(describeDataVersion(output).kind).toBe(kind);
  });
});
