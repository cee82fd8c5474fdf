/** `ui:options.kinds` of a field; empty where it names none. */
export function readKinds(kinds: unknown): string[] {
  return Array.isArray(kinds)
    ? kinds.filter((kind): kind is string => typeof kind === 'string')
    : [];
}
