/** One step of a glob. `one` and `many` stop at separators unless told otherwise. */
type GlobToken =
  | { kind: 'character'; character: string }
  | { kind: 'one' }
  | { kind: 'many'; acrossSeparators: boolean }
  | { kind: 'class'; negated: boolean; ranges: [string, string][] };

/** In time proportional to pattern times text: a project's owner writes globs. */
export function matchTokens(
  tokens: readonly GlobToken[],
  text: string,
  separators: string,
): boolean {
  let reached: boolean[] = [true];
  for (const token of tokens)
    reached = advance(token, reached, text, separators);
  return reached[text.length] ?? false;
}

/** The positions that are reached after one more token. */
function advance(
  token: GlobToken,
  reached: readonly boolean[],
  text: string,
  separators: string,
): boolean[] {
  const next: boolean[] = [];
  for (let at = 0; at <= text.length; at++) {
    const character = text[at - 1];
    next[at] =
      token.kind === 'many'
        ? (reached[at] ?? false) ||
          (at > 0 &&
            next[at - 1] &&
            (token.acrossSeparators || !separators.includes(character)))
        : at > 0 &&
          (reached[at - 1] ?? false) &&
          accepts(token, character, separators);
  }
  return next;
}

function accepts(
  token: Exclude<GlobToken, { kind: 'many' }>,
  character: string,
  separators: string,
): boolean {
  switch (token.kind) {
    case 'character':
      return token.character === character;
    case 'one':
      return !separators.includes(character);
    case 'class':
      return (
        token.ranges.some(
          ([low, high]) => low <= character && character <= high,
        ) !== token.negated
      );
    default:
      return token satisfies never;
  }
}

/** `undefined` for a malformed pattern; braces are no tokens. */
export function parseTokens(pattern: string): GlobToken[] | undefined {
  const tokens: GlobToken[] = [];
  const pieces = /\\(.)|(\*+)|(\?)|\[(!?)([^\]]+)\]|([^[\\])/gsy;
  while (pieces.lastIndex < pattern.length) {
    const found = pieces.exec(pattern);
    if (!found) return undefined;
    tokens.push(toToken(found));
  }
  return tokens;
}

function toToken(found: RegExpExecArray): GlobToken {
  const [, escaped, stars, question, bang, members, plain] = found;
  if (stars) return { kind: 'many', acrossSeparators: stars.length > 1 };
  if (question) return { kind: 'one' };
  if (members) {
    return { kind: 'class', negated: bang === '!', ranges: toRanges(members) };
  }
  return { kind: 'character', character: escaped ?? plain };
}

function toRanges(members: string): [string, string][] {
  return [...members.matchAll(/(.)-(.)|(.)/gs)].map(
    ([, low, high, single]): [string, string] =>
      single === undefined ? [low, high] : [single, single],
  );
}
