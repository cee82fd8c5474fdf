import { describePushed } from './describePushed';

describe('describePushed', () => {
  it.each([
    ['pushed', 'healthy', 'On remote'],
    ['missing', 'failed', 'Not pushed'],
    ['not-checked', 'unknown', 'Not checked'],
    ['imported', 'absent', 'Imported'],
    ['not-cached', 'absent', 'Not cached'],
    ['push-disabled', 'absent', 'Not to push'],
    ['external', 'absent', 'External'],
    ['no-remote', 'degraded', 'No remote'],
    ['unknown', 'unknown', 'Unknown'],
  ])('says %s as %s, in the words “%s”', (status, shown, word) => {
    expect(describePushed({ status })).toMatchObject({ status: shown, word });
  });

  it('passes a word of a later version on as unknown', () => {
    expect(
      describePushed({ status: 'archived', message: 'in cold storage' }),
    ).toEqual({
      status: 'unknown',
      word: 'archived',
      reason: 'in cold storage',
    });
  });

  it("prefers the server's own reason", () => {
    expect(
      describePushed({ status: 'missing', message: 'HEAD: 404' }).reason,
    ).toBe('HEAD: 404');
  });
});
