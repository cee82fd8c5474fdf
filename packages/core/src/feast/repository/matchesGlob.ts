/**
 * Does Python's `Path.glob(pattern)` give this path? `**` stands for any number of
 * folders, `*`, `?` and `[…]` stay within one part. A pattern that Python refuses
 * matches nothing.
 */
export function matchesGlob(path: readonly string[], pattern: string): boolean {
  if (pattern.startsWith('/')) return false;
  const parts = splitPattern(pattern);
  if (!parts || parts.length === 0) return false;
  // Rows of a table, so that many `**` cost no more than one.
  const start = [true, ...path.map(() => false)];
  const end = parts.reduce((row, part) => advance(row, part, path), start);
  return end[path.length];
}

/** `a/../b` is `b`; `undefined` for what leaves the folder. */
function splitPattern(pattern: string): string[] | undefined {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

/** Which beginnings of the path match once this part of the pattern is used. */
function advance(
  row: readonly boolean[],
  part: string,
  path: readonly string[],
): boolean[] {
  if (part === '**') {
    const first = row.indexOf(true);
    return row.map((_, index) => first >= 0 && index >= first);
  }
  const matcher = toPartMatcher(part);
  return row.map(
    (_, index) =>
      index > 0 && row[index - 1] && (matcher?.test(path[index - 1]) ?? false),
  );
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
