import { findGaps } from './findGaps';
import { KeptRelease } from './Release';

const at = (hour: number) =>
  new Date(Date.UTC(2026, 10, 21, hour)).toISOString();
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });
const release = (
  hour: number,
  provenance: KeptRelease['provenance'],
  after?: number,
) => ({
  at: at(hour),
  after: after === undefined ? undefined : at(after),
  provenance,
});

describe('findGaps', () => {
  it('is what lies between spans, in whatever order they are', () => {
    expect(findGaps([span(8, 9), span(1, 2), span(3, 5)], [])).toEqual([
      span(2, 3),
      span(5, 8),
    ]);
  });

  it('has none where two processes watched in turns', () => {
    expect(findGaps([span(1, 6), span(2, 3), span(5, 8)], [])).toEqual([]);
  });

  it('begins with the first thing of which is known that it happened unseen', () => {
    const releases = [release(5, 'watched'), release(3, 'found', 1)];
    expect(findGaps([span(4, 6)], releases)).toEqual([span(1, 4)]);
  });

  it('has none before the first span where all that happened was seen', () => {
    // The time of an object whose clock is not ours.
    expect(findGaps([span(4, 6)], [release(2, 'watched')])).toEqual([]);
    expect(findGaps([], [])).toEqual([]);
  });
});
