import { describeSourceTrouble } from './describeSource';

describe('describeSourceTrouble', () => {
  const since = '2026-11-21T10:41:00Z';

  it('has nothing to say of a source that is well', () => {
    expect(describeSourceTrouble({ status: 'ok', since })).toBeUndefined();
  });

  it('says since when it is silent and how old the values are', () => {
    expect(
      describeSourceTrouble(
        {
          status: 'unreachable',
          since,
          observedAt: '2026-11-21T10:40:00Z',
          message: 'Connection refused',
        },
        'UTC',
      ),
    ).toEqual({
      status: 'stale',
      title: 'The repository can’t be reached since 21 Nov 2026, 10:41:00 UTC',
      detail:
        'Connection refused. What you see was read at 21 Nov 2026, 10:40:00 UTC and may be out of date.',
    });
  });

  it.each([
    ['forbidden', 'failed'],
    ['not-configured', 'absent'],
    ['rate-limited', 'unknown'],
  ])('shows %s as %s', (status, shown) => {
    expect(describeSourceTrouble({ status, since })?.status).toBe(shown);
  });

  it('does not call values old when there are none', () => {
    expect(
      describeSourceTrouble({ status: 'unreachable', since })?.detail,
    ).toBe('Nothing was read from it yet.');
  });
});
