import { FAST_POLL_MS, pollInterval, SLOW_POLL_MS } from './pollInterval';

describe('pollInterval', () => {
  it.each([
    [{ signals: false, refused: false }, FAST_POLL_MS],
    [{ signals: false, refused: false, index: 'ready' }, FAST_POLL_MS],
    [{ signals: true, refused: false, index: 'ready' }, SLOW_POLL_MS],
    [{ signals: true, refused: false }, SLOW_POLL_MS],
    [{ signals: true, refused: false, index: 'indexing' }, FAST_POLL_MS],
    [{ signals: true, refused: false, index: 'waiting' }, FAST_POLL_MS],
    [{ signals: false, refused: true }, SLOW_POLL_MS],
  ])('waits in %j for %d ms', (situation, interval) => {
    expect(pollInterval(situation)).toBe(interval);
  });
});
