import { createResponseError } from '../testing/createResponseError';
import { describeViewError } from './describeViewError';

describe('describeViewError', () => {
  it.each([
    [400, 'bad-request'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [500, 'failed'],
    [503, 'failed'],
  ])('takes an answer %d as %s, in the server’s own words', (status, kind) => {
    expect(
      describeViewError(createResponseError(status, 'No such thing')),
    ).toEqual({ kind, message: 'No such thing' });
  });

  it('takes an answer that never came as failed', () => {
    expect(describeViewError(new TypeError('Failed to fetch'))).toEqual({
      kind: 'failed',
      message: 'Failed to fetch',
    });
  });
});
