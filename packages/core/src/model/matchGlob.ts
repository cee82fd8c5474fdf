type Token =
  | { kind: 'star' }
  | { kind: 'one'; matches: (character: string) => boolean };

/** A glob for one part of a path. @internal */
export type Glob = Token[];

/**
 * Parses a part of a gitignore pattern: `*`, `?`, `[a-z]`, `[!a]`, `\*`. `undefined` for an
 * open bracket or a trailing backslash, for which Git discards the pattern.
 * Source: pathspec/patterns/gitignore/base.py _translate_segment_glob.
 */
export function parseGlob(text: string): Glob | undefined {
  const tokens: Glob = [];
  let at = 0;
  while (at < text.length) {
    const read = readToken(text, at);
    if (!read) return undefined;
    const isRepeatedStar =
      read.token.kind === 'star' && tokens[tokens.length - 1]?.kind === 'star';
    if (!isRepeatedStar) tokens.push(read.token);
    at = read.next;
  }
  return tokens;
}

type ReadToken = { token: Token; next: number };

function readToken(text: string, at: number): ReadToken | undefined {
  switch (text[at]) {
    case '*':
      return { token: { kind: 'star' }, next: at + 1 };
    case '?':
      return { token: { kind: 'one', matches: () => true }, next: at + 1 };
    case '[':
      return readBracket(text, at + 1);
    case '\\':
      return readLiteral(text, at + 1);
    default:
      return readLiteral(text, at);
  }
}

function readLiteral(text: string, at: number): ReadToken | undefined {
  const literal = text[at];
  if (literal === undefined) return undefined;
  const matches = (found: string) => found === literal;
  return { token: { kind: 'one', matches }, next: at + 1 };
}

/** `start` is behind the bracket. A `]` that comes first is a character. */
function readBracket(text: string, start: number): ReadToken | undefined {
  const isNegated = text[start] === '!' || text[start] === '^';
  const first = isNegated ? start + 1 : start;
  const last = text.indexOf(']', first + 1);
  if (last < 0) return undefined;
  const ranges: [string, string][] = [];
  for (let at = first; at < last; at++) {
    const isRange = text[at + 1] === '-' && at + 2 < last;
    ranges.push([text[at], text[isRange ? at + 2 : at]]);
    if (isRange) at += 2;
  }
  const matches = (found: string) =>
    ranges.some(([low, high]) => low <= found && found <= high) !== isNegated;
  return { token: { kind: 'one', matches }, next: last + 1 };
}

/** Matches a whole part in time of pattern × part: a star is only ever tried again from the last one. */
export function matchGlob(glob: Glob, part: string): boolean {
  let token = 0;
  let at = 0;
  let star: { token: number; at: number } | undefined;
  while (at < part.length) {
    const next = glob[token];
    if (next?.kind === 'star') {
      star = { token, at };
      token += 1;
    } else if (next?.matches(part[at])) {
      token += 1;
      at += 1;
    } else if (star) {
      star.at += 1;
      at = star.at;
      token = star.token + 1;
    } else {
      return false;
    }
  }
  while (glob[token]?.kind === 'star') token += 1;
  return token === glob.length;
}
