const SIMPLE: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE =
  /\\(?:(\n|[\\'"abfnrtv])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(N\{)|([\s\S]))/g;

/** What surrounds the text of a string. */
interface StringShape {
  /** Lower case, e.g. `rb`. */
  prefix: string;
  quote: string;
}

/** The prefix and the quotes that a string token starts with. */
export function parseStringShape(token: string): StringShape | undefined {
  const match = /^([a-zA-Z]{0,2})("""|'''|"|')/.exec(token);
  return match
    ? { prefix: match[1].toLowerCase(), quote: match[2] }
    : undefined;
}

/**
 * The text that a Python string literal stands for; `undefined` for bytes and
 * for named characters (`\N{…}`), whose table is Python's.
 */
export function parseStringLiteral(token: string): string | undefined {
  const shape = parseStringShape(token);
  if (!shape || shape.prefix.includes('b')) return undefined;
  const start = shape.prefix.length + shape.quote.length;
  if (!token.endsWith(shape.quote) || token.length < start + shape.quote.length)
    return undefined;
  const raw = token.slice(start, token.length - shape.quote.length);
  return decodeStringText(raw, shape);
}

/** Escapes worked out, unless the string is raw. */
export function decodeStringText(
  raw: string,
  shape: StringShape,
): string | undefined {
  const text = raw.replace(/\r\n?/g, '\n');
  if (shape.prefix.includes('r')) return text;
  let known = true;
  const decoded = text.replace(
    ESCAPE,
    (whole, simple, octal, hex, short, long, named) => {
      if (simple !== undefined) return SIMPLE[simple];
      if (named !== undefined) known = false;
      const code = codePoint(octal, hex ?? short ?? long);
      if (code === undefined) return whole;
      if (code > 0x10ffff) known = false;
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    },
  );
  return known ? decoded : undefined;
}

function codePoint(
  octal: string | undefined,
  hex: string | undefined,
): number | undefined {
  if (octal !== undefined) return parseInt(octal, 8);
  return hex === undefined ? undefined : parseInt(hex, 16);
}
