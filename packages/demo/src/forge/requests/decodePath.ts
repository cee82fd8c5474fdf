/** The segments of a path; undefined where it is no valid encoding. */
export function decodeSegments(pathname: string): string[] | undefined {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/**
 * Segments without empty ones; undefined where one climbs. Objects are
 * addressed inside a commit, but a path may not climb there either. A decoded
 * segment can hold slashes of its own.
 */
export function splitPath(segments: string[]): string[] | undefined {
  const kept = segments.join('/').split('/').filter(Boolean);
  const climbs = kept.some(
    segment => segment === '.' || segment === '..' || segment.includes('\0'),
  );
  return climbs ? undefined : kept;
}
