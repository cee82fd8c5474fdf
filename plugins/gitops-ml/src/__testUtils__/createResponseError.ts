/** The error that the client throws for an answer that is no success. */
export function createResponseError(
  statusCode: number,
  message: string,
): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    cause: new Error(message),
  });
}
