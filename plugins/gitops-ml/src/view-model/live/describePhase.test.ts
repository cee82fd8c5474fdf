import { describePhase } from './describePhase';

describe('describePhase', () => {
  it.each([
    ['Healthy', 'healthy'],
    ['Suspended', 'paused'],
    ['OutOfSync', 'degraded'],
    ['Missing', 'absent'],
    ['Error', 'failed'],
  ])('shows %s as %s, in its own word', (phase, status) => {
    expect(describePhase(phase)).toEqual({ status, word: phase });
  });

  it('passes a word on that it does not know, as unknown', () => {
    expect(describePhase('Finalising', 'why')).toEqual({
      status: 'unknown',
      word: 'Finalising',
      reason: 'why',
    });
  });

  it('has no reason where the provider gives an empty one', () => {
    expect(describePhase('Healthy', '').reason).toBeUndefined();
  });
});
