import { formatMetric, formatMetricDelta } from './formatMetric';

describe('formatMetric', () => {
  it.each([
    [0, '0'],
    [0.941234, '0.9412'],
    [-0.5, '−0.5'],
    [48_210, '48,210'],
    [1234.5678, '1,234.57'],
    [0.0000123456, '0.00001235'],
  ])('says %d as %s', (value, text) => {
    expect(formatMetric(value)).toBe(text);
  });

  it.each([
    [0.0121, '+0.0121'],
    [-0.0064, '−0.0064'],
    [0, '±0'],
  ])('says the difference %d as %s', (delta, text) => {
    expect(formatMetricDelta(delta)).toBe(text);
  });

  it('hides what floating point adds to a difference', () => {
    expect(formatMetricDelta(0.9412 - 0.9291)).toBe('+0.0121');
  });
});
