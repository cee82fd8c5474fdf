import {
  formatAbsoluteTime,
  formatDay,
  formatRelativeTime,
} from './formatTime';

const NOW = Date.parse('2026-11-21T10:00:00Z');

describe('formatRelativeTime', () => {
  it.each([
    ['2026-11-21T10:00:00Z', 'just now'],
    ['2026-11-21T09:59:48Z', '12 s ago'],
    ['2026-11-21T09:01:00Z', '59 min ago'],
    ['2026-11-21T07:00:00+01:00', '4 h ago'],
    ['2026-11-18T09:00:00Z', '3 d ago'],
    ['2026-09-01T00:00:00Z', '2 mo ago'],
    ['2020-01-01T00:00:00Z', '6 y ago'],
    ['2026-11-21T10:00:09Z', 'just now'],
    ['2026-11-21T10:05:00Z', 'in 5 min'],
  ])('says %s as %s', (time, text) => {
    expect(formatRelativeTime(time, NOW)).toBe(text);
  });

  it('leaves a text that is no time to its caller', () => {
    expect(formatRelativeTime('yesterday', NOW)).toBeUndefined();
  });
});

describe('formatAbsoluteTime', () => {
  it('names the zone it is said in', () => {
    expect(formatAbsoluteTime('2026-11-21T10:12:33Z', 'UTC')).toBe(
      '21 Nov 2026, 10:12:33 UTC',
    );
    expect(formatAbsoluteTime('2026-11-21T10:12:33Z', 'Asia/Tokyo')).toBe(
      '21 Nov 2026, 19:12:33 GMT+9',
    );
  });

  it('leaves a text that is no time to its caller', () => {
    expect(formatAbsoluteTime('')).toBeUndefined();
  });
});

describe('formatDay', () => {
  it('is short enough for an axis', () => {
    expect(formatDay('2026-11-02T10:12:33Z', 'UTC')).toBe('2 Nov');
  });
});
