import { observe } from './observe';

const T1 = '2026-11-21T10:00:00Z';
const T2 = '2026-11-21T10:01:00Z';

describe('observe', () => {
  const ok = observe(undefined, { status: 'ok' }, T1);

  it('begins with what is seen first', () => {
    expect(ok).toEqual({
      status: 'ok',
      since: T1,
      observedAt: T1,
      message: undefined,
    });
    expect(
      observe(undefined, { status: 'forbidden', message: 'm' }, T1),
    ).toEqual({
      status: 'forbidden',
      since: T1,
      observedAt: undefined,
      message: 'm',
    });
  });

  it('keeps since while the status stays', () => {
    expect(observe(ok, { status: 'ok' }, T2)).toMatchObject({
      since: T1,
      observedAt: T2,
    });
  });

  it('keeps when the values were seen while the source is away', () => {
    expect(observe(ok, { status: 'unreachable', message: 'm' }, T2)).toEqual({
      status: 'unreachable',
      since: T2,
      observedAt: T1,
      message: 'm',
    });
  });
});
