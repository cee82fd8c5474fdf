import { formatBytes, formatExactBytes } from './formatBytes';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [999_499, '999 kB'],
    [999_600, '1 MB'],
    [24_118_400, '24.1 MB'],
    [1_236_540_112, '1.24 GB'],
    [7e18, '7000 PB'],
    [-22_212, '−22.2 kB'],
  ])('says %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1_236_540_112, '1,236,540,112 bytes'],
  ])('gives all digits of %d', (bytes, text) => {
    expect(formatExactBytes(bytes)).toBe(text);
  });
});
