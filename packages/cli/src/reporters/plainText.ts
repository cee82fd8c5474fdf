// Names come from repositories that nobody vouches for: escape sequences and
// marks that reorder text must not reach a terminal.
const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** The text with control characters as `\xHH` or `\uHHHH`. */
export function plainText(text: string): string {
  return text.replace(CONTROL, character => {
    const code = character.charCodeAt(0);
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
