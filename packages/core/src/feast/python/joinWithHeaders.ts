/** A header in parentheses, and a target in parentheses. */
const OPENINGS = [
  /^[ \t]*(?:async[ \t]+)?with[ \t]*\(/gm,
  /\bas[ \t]*\((?=[^()\n]*(?:\n[^()\n]*)*\)[ \t]*[:,])/g,
];

/** A header longer than this is left to the parser, and so are more failures than these. */
const LONGEST = 4000;
const FAILURES = 50;

const TOKEN =
  /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|[()[\]{}]|[^()[\]{}"'#]+|["']/g;

/**
 * The text with the headers of `with (a as b, c as d):` on one line and without
 * their parentheses, which the grammar does not know. Every other character keeps
 * its place. For the parser only: texts and lines come from the original.
 */
export function joinWithHeaders(text: string): string {
  if (!/\bwith\b/.test(text)) return text;
  return OPENINGS.reduce((patched, opening) => {
    const pieces: string[] = [];
    let at = 0;
    let failures = 0;
    for (const match of patched.matchAll(opening)) {
      const open = match.index + match[0].length - 1;
      const header = open < at ? undefined : readHeader(patched, open);
      if (header === undefined) failures += 1;
      if (failures > FAILURES) break;
      if (header === undefined) continue;
      pieces.push(patched.slice(at, open), header);
      at = open + header.length;
    }
    return pieces.length === 0 ? patched : pieces.join('') + patched.slice(at);
  }, text);
}

/** What is in the parentheses, as long as it was; `undefined` where no `:` or `,` follows. */
function readHeader(text: string, open: number): string | undefined {
  const rest = text.slice(open, open + LONGEST);
  let depth = 0;
  let header = '';
  for (const [token] of rest.matchAll(TOKEN)) {
    depth += levelOf(token);
    header += token.startsWith('#')
      ? ' '.repeat(token.length)
      : token.replace(/\n/g, ' ');
    if (depth === 0) break;
  }
  const follows = /^[ \t]*[:,]/.test(rest.slice(header.length));
  return depth === 0 && follows ? unwrap(header) : undefined;
}

function levelOf(token: string): number {
  if (/^[([{]$/.test(token)) return 1;
  return /^[)\]}]$/.test(token) ? -1 : 0;
}

/** Spaces in place of the parentheses and of a comma at the end. */
function unwrap(header: string): string {
  const inner = header.slice(1, -1).replace(/,(\s*)$/, ' $1');
  return ` ${inner} `;
}
