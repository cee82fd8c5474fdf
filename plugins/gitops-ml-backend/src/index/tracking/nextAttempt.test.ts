import { nextAttempt } from './nextAttempt';

describe('nextAttempt', () => {
  it.each([
    [0, 0],
    [1, 60_000],
    [2, 120_000],
    [5, 960_000],
    [6, 1_800_000],
    [500, 1_800_000],
  ])('waits after %d failures', (failures, ms) => {
    expect(nextAttempt(failures, 60_000)).toBe(ms);
  });
});
