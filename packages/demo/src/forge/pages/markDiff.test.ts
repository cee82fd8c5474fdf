import { markDiff } from './markDiff';

describe('markDiff', () => {
  it('marks lines of hunks only', () => {
    const text = [
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '@@ -1,2 +1,2 @@',
      ' same',
      '--- went',
      '+++ came',
      'diff --git a/y b/y',
      '--- a/y',
      '',
    ].join('\n');
    expect(markDiff(text).map(({ mark }) => mark)).toEqual([
      'file',
      undefined,
      undefined,
      undefined,
      undefined,
      'removed',
      'added',
      'file',
      undefined,
    ]);
  });
});
