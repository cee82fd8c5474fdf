/** Why a view has nothing to show. */
export interface ViewError {
  kind: 'forbidden' | 'not-found' | 'bad-request' | 'failed';
  message: string;
}

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** The server's own sentence, without the client's "Request failed with …" around it. */
function sentenceOf(error: Error): string {
  const cause = error.cause;
  return cause instanceof Error && cause.message
    ? cause.message
    : error.message;
}

/** Sorts the `ResponseError` of the client, or any other error, by what one can do about it. */
export function describeViewError(error: Error): ViewError {
  const message = sentenceOf(error);
  switch (statusOf(error)) {
    case 403:
      return { kind: 'forbidden', message };
    case 404:
      return { kind: 'not-found', message };
    case 400:
      return { kind: 'bad-request', message };
    default:
      return { kind: 'failed', message };
  }
}
