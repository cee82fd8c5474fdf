import { describeTooLarge } from './describeTooLarge';
import { Problem } from './Problem';
import { ReadLimits } from './ReadLimits';

/**
 * Bytes as UTF-8 text without a byte order mark, within the limit of bytes.
 * Bytes with NUL are no text.
 * @public
 */
export function decodeText(
  bytes: Uint8Array,
  path: string,
  limits: ReadLimits,
): { text: string } | { problem: Problem } {
  if (bytes.length > limits.bytes) {
    return { problem: describeTooLarge(path, bytes.length, limits) };
  }
  const text = decodeUtf8(bytes);
  if (text !== undefined && !text.includes('\0')) return { text };
  const line = findBrokenLine(bytes);
  return { problem: { code: 'not-text', severity: 'error', path, line } };
}

/** No byte of a character beyond ASCII is a line feed, so lines can be told apart. */
function findBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    const own = bytes.subarray(start, end < 0 ? bytes.length : end);
    const isBroken = own.includes(0) || decodeUtf8(own) === undefined;
    if (isBroken || end < 0) return line;
    start = end + 1;
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The line, from 1, of an unresolved merge's first marker. Git writes the
 * markers at the start of a line, where none of our formats has them.
 * @public
 */
export function findMergeConflict(text: string): number | undefined {
  const start = /^<{7}(?: |\r?$)/m.exec(text);
  if (!start || !/^>{7}(?: |\r?$)/m.test(text)) return undefined;
  return text.slice(0, start.index).split('\n').length;
}
