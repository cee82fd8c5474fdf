import { Json } from '../reading/Json';

/**
 * JSON as Python writes and reads it: NaN and infinity are allowed. What JavaScript's
 * numbers can't hold becomes text: those by their names, integers beyond 2^53 by their
 * digits.
 */
export function parseJsonValues(
  text: string,
): { value: Json } | { reason: string } {
  try {
    const value: Json = JSON.parse(
      /NaN|Infinity|\d{16}/.test(text) ? quoteUnusual(text) : text,
    );
    return { value };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : 'no JSON' };
  }
}

const UNUSUAL = /-?Infinity|NaN|-?\d{16,}(?![\d.eE])/y;

/** Puts quotes around the unusual words outside of strings, in one pass. */
function quoteUnusual(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text[at] === '"' ? endOfString(text, at) : endOfWord(text, at);
    const part = text.slice(at, end);
    UNUSUAL.lastIndex = 0;
    const isUnusual =
      UNUSUAL.test(part) &&
      UNUSUAL.lastIndex === part.length &&
      !Number.isSafeInteger(Number(part));
    parts.push(isUnusual ? `"${part}"` : part);
    at = end;
  }
  return parts.join('');
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** A run of number or word characters, or one other character. */
function endOfWord(text: string, start: number): number {
  const word = /[-+.\w]*/y;
  word.lastIndex = start;
  word.test(text);
  return Math.max(word.lastIndex, start + 1);
}
