import { createMetric } from '../../__testUtils__/fixtures/live/analyses';
import { collectPassRequirements } from './collectPassRequirements';

describe('collectPassRequirements', () => {
  it('keeps a count that is at its limit, and exceeds one above it', () => {
    const verdicts = (failed: number, limit: number) =>
      collectPassRequirements(createMetric({ failed, limit }))[0].verdict;
    expect([verdicts(0, 0), verdicts(1, 1), verdicts(1, 0)]).toEqual([
      'kept',
      'kept',
      'exceeded',
    ]);
  });

  it('judges nothing where the limit is not known', () => {
    const [, inconclusive, errors] = collectPassRequirements(
      createMetric({
        inconclusiveLimit: undefined,
        consecutiveErrors: undefined,
        consecutiveErrorLimit: undefined,
        error: 2,
      }),
    );
    expect(inconclusive).toEqual({
      id: 'inconclusive',
      what: 'inconclusive',
      count: 0,
      limit: undefined,
      verdict: 'unknown',
    });
    expect(errors).toMatchObject({ what: 'errors', count: 2 });
  });
});
