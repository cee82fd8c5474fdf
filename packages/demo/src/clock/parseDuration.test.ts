import { parseDuration } from './parseDuration';

describe('parseDuration', () => {
  it.each([
    [30, 30_000],
    ['30', 30_000],
    [0, 0],
    ['10s', 10_000],
    ['1h30m', 5_400_000],
    ['1.5m', 90_000],
    ['500ms', 500],
  ])('reads %p as %p ms', (text, duration) => {
    expect(parseDuration(text)).toBe(duration);
  });

  it.each(['', 's', '10 s', '1d', '-5s', '10s later'])('refuses %p', text => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
