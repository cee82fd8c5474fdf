/** Why `fetch` gave no answer: the system's error code where it has one. */
export function describeFetchError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause
    ? String(cause.code)
    : error.message;
}
