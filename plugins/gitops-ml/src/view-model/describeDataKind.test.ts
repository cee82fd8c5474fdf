import { createOutput } from '../__testUtils__/fixtures/data';
import { describeDataKind } from './describeDataKind';

const hash = { algorithm: 'md5', value: 'abc' };

describe('describeDataKind', () => {
  it.each([
    [{ hash, kind: 'directory' }, 'directory'],
    [{ hash, role: 'metrics' }, 'file, metrics'],
    [{ stage: 'train' }, 'stage output'],
    [
      { stage: 'train', unreadable: true, role: 'plots' },
      'stage output, plots',
    ],
    [{}, 'file'],
  ])('calls %j %s', (output, kind) => {
    expect(describeDataKind(createOutput({ path: 'a', ...output }))).toBe(kind);
  });
});
