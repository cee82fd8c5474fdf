/** Why a view has nothing to show. */
interface ViewError {
  kind: 'forbidden' | 'not-found' | 'bad-request' | 'failed';
  message: string;
}

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** Where an answer departs from the contract, if that is what is wrong. */
function departureOf(error: Error): string | undefined {
  if (!('issues' in error) || !Array.isArray(error.issues)) return undefined;
  const [issue] = error.issues;
  const place = Array.isArray(issue?.path) ? issue.path.join('.') : '';
  return `The server’s answer is not of the agreed form${
    place && ` at ${place}`
  }: front end and back end have different versions.`;
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
  const message = departureOf(error) ?? sentenceOf(error);
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
