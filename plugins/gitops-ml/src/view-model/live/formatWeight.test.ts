import { formatWeight, weightFraction } from './formatWeight';

describe('a weight', () => {
  it.each([
    [0, 100, '0 %', 0],
    [20, 100, '20 %', 0.2],
    [100, 100, '100 %', 1],
    [150, 1000, '150 of 1000', 0.15],
    [120, 100, '120 %', 1],
    [1, 0, '1 of 0', 0],
  ])('%d of %d reads “%s”', (weight, max, text, fraction) => {
    expect(formatWeight(weight, max)).toBe(text);
    expect(weightFraction(weight, max)).toBe(fraction);
  });
});
