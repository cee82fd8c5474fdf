import { matchTokens, parseTokens } from './tokens';

const maxAlternatives = 200;
/** gobwas takes one range or a list of characters, and not both. */
const mixedClass = /\[!?(.-.[^\]]|[^\]]+-[^\]]{2})/s;
const pieces = /\\.|[{},]|[^\\{},]+/gs;
const depths: Record<string, number> = { '{': 1, '}': -1 };

/**
 * Does a text match a glob as Argo CD's policies and projects have them
 * (github.com/gobwas/glob)? `*` and `?` stop at separators, `**` does not;
 * `[a-z]`, `[!a]`, `{a,b}` and `\` as usual. A malformed glob matches nothing.
 * @public
 */
export function matchGlob(
  pattern: string,
  text: string,
  separators = '',
): boolean {
  if (mixedClass.test(pattern)) return false;
  return expandBraces(pattern).some(alternative => {
    const tokens = parseTokens(alternative);
    return tokens !== undefined && matchTokens(tokens, text, separators);
  });
}

/** `a{b,c}` → `ab`, `ac`; nothing for unbalanced or far too many braces. */
function expandBraces(pattern: string): string[] {
  let alternatives = [pattern];
  while (alternatives.some(alternative => findBrace(alternative) >= 0)) {
    alternatives = alternatives.flatMap(expandFirst);
    if (alternatives.length > maxAlternatives) return [];
  }
  return alternatives;
}

function expandFirst(pattern: string): string[] {
  const open = findBrace(pattern);
  if (open < 0) return [pattern];
  const choices = splitChoices(pattern, open + 1);
  return (choices?.texts ?? []).map(
    choice =>
      pattern.slice(0, open) + choice + pattern.slice(choices?.end ?? open),
  );
}

/** Where the first brace opens that is not escaped. */
function findBrace(pattern: string): number {
  for (const { 0: piece, index } of pattern.matchAll(pieces)) {
    if (piece === '{') return index;
  }
  return -1;
}

/** The texts between commas up to the brace that closes, and where it ends. */
function splitChoices(
  pattern: string,
  from: number,
): { texts: string[]; end: number } | undefined {
  const texts = [''];
  let depth = 0;
  for (const { 0: piece, index } of pattern.slice(from).matchAll(pieces)) {
    if (depth === 0 && piece === '}') return { texts, end: from + index + 1 };
    if (depth === 0 && piece === ',') texts.push('');
    else texts[texts.length - 1] += piece;
    depth += depths[piece] ?? 0;
  }
  return undefined;
}
