import { TemplateError, UnsupportedTemplateError } from './TemplateError';

/** A word of an action; `position` counts from the start of the template. */
export interface Token {
  kind: 'field' | 'text' | 'number' | 'word' | 'pipe' | 'open' | 'close';
  text: string;
  position: number;
  /** Does it follow the token before it without a space? */
  isAttached: boolean;
}

const patterns: [Token['kind'], RegExp][] = [
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*|\.(?![\d.])/uy],
  ['text', /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y],
  ['number', /[+-]?\d+(?![\w.])/y],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['pipe', /\|/y],
  ['open', /\(/y],
  ['close', /\)/y],
];

/** Cuts `{{ … }}` into words, from `start` up to `end`. */
export function tokenizeAction(
  template: string,
  start: number,
  end: number,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    const space = /^\s+/.exec(template.slice(at, end))?.[0].length ?? 0;
    at += space;
    if (at >= end) break;
    const token = readToken(template, at, space === 0);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function readToken(
  template: string,
  position: number,
  isAttached: boolean,
): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const text = pattern.exec(template)?.[0];
    if (text) return { kind, text, position, isAttached };
  }
  const character = template[position];
  if (character === '"' || character === '`') {
    throw new TemplateError('template: :1: unterminated quoted string');
  }
  throw new UnsupportedTemplateError(`"${character}"`);
}
