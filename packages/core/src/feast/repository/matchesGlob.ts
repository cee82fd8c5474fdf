/**
 * Does Python's `Path.glob(pattern)` give this path? `**` stands for any number of
 * folders, `*`, `?` and `[…]` stay within one part. A pattern that Python refuses
 * matches nothing.
 */
export function matchesGlob(path: readonly string[], pattern: string): boolean {
  if (pattern.startsWith('/')) return false;
  const parts = pattern.split('/').filter(part => part !== '' && part !== '.');
  if (parts.length === 0) return false;
  // Rows of a table, so that many `**` cost no more than one.
  let reachable = [true, ...path.map(() => false)];
  for (const part of parts) {
    const isDeep = part === '**';
    const matcher = isDeep ? undefined : toPartMatcher(part);
    reachable = reachable.map((_, index) => {
      if (isDeep) return reachable.slice(0, index + 1).includes(true);
      return (
        index > 0 &&
        reachable[index - 1] &&
        (matcher?.test(path[index - 1]) ?? false)
      );
    });
  }
  return reachable[path.length];
}

/** One part as a regular expression. Source: Python's fnmatch.translate. */
function toPartMatcher(part: string): RegExp | undefined {
  if (part.includes('**')) return undefined;
  const source = part.replace(
    /\*+|\?|\[(!?)(\]?[^\]]*)\]|[\s\S]/g,
    (token, negated: string | undefined, members: string | undefined) => {
      if (token.startsWith('*')) return '[^/]*';
      if (token === '?') return '[^/]';
      if (members === undefined)
        return token.replace(/[\\^$.|+(){}[\]/-]/g, '\\$&');
      const escaped = members.replace(/[\\\]^]/g, '\\$&');
      return `[${negated ? '^' : ''}${escaped}]`;
    },
  );
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A range that runs backwards, such as [z-a].
    return undefined;
  }
}
