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
    return {
      problem: {
        code: 'too-large',
        severity: 'error',
        path,
        args: { size: bytes.length, limit: limits.bytes },
      },
    };
  }
  const text = decodeUtf8(bytes);
  return text === undefined || text.includes('\0')
    ? { problem: { code: 'not-text', severity: 'error', path } }
    : { text };
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
