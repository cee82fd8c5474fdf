import { isError } from '@backstage/errors';

/** Why `fetch` gave no answer: the system's error code where it has one. */
export function describeFetchError(error: unknown): string {
  if (!isError(error)) return 'unknown error';
  const { cause } = error;
  if (!isError(cause)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}
