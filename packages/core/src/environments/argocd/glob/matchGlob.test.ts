import { readGoldens } from '../__testUtils__/goldens';
import { matchGlob } from './matchGlob';

describe('matchGlob', () => {
  it.each(readGoldens().globs)(
    'says what gobwas/glob says: $glob takes $text: $matches',
    ({ glob, text, separators, matches }) => {
      expect(matchGlob(glob, text, separators)).toBe(matches);
    },
  );

  it('takes no exponential time for a hostile pattern', () => {
    const started = Date.now();
    expect(matchGlob(`${'*a'.repeat(100)}b`, 'a'.repeat(500))).toBe(false);
    expect(matchGlob('{a,b}'.repeat(30), 'c')).toBe(false);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
