/**
 * A repository of this name at the first host, as the picker writes it
 * (`host?repo=name`); `undefined` where no host is named.
 */
export function proposeRepository(
  allowedHosts: unknown,
  name: string | undefined,
): string | undefined {
  const host: unknown = Array.isArray(allowedHosts)
    ? allowedHosts[0]
    : undefined;
  return typeof host === 'string' && name
    ? `${host}?${new URLSearchParams({ repo: name })}`
    : undefined;
}
