import { describeTtl } from './describeTtl';
import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [0.5, '0.5 s'],
    [59, '59 s'],
    [60, '1 min'],
    [5400, '1 h 30 min'],
    [604_800, '7 d'],
    [90_061, '1 d 1 h'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('describeTtl', () => {
  it('tells unknown, none and a time apart', () => {
    expect(describeTtl(undefined)).toBeUndefined();
    expect(describeTtl(0)).toEqual({
      text: 'no limit',
      hint: 'ttl is 0: values do not expire',
    });
    expect(describeTtl(86_400)).toEqual({
      text: '1 d',
      hint: '86,400 seconds',
    });
  });
});
