import { z } from 'zod/v4';
import { createResponseError } from '../__testUtils__/createResponseError';
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

  it('says where an answer is not of the agreed form', () => {
    const { error } = z
      .object({ index: z.object({ commits: z.number() }) })
      .safeParse({ index: { commits: 'many' } });
    expect(error && describeViewError(error).message).toBe(
      'The server’s answer is not of the agreed form at index.commits: front end and back end have different versions.',
    );
  });

  it('takes an answer that never came as failed', () => {
    expect(describeViewError(new TypeError('Failed to fetch'))).toEqual({
      kind: 'failed',
      message: 'Failed to fetch',
    });
  });
});
