const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A path of Git as text. Git's paths are bytes; where they are not UTF-8, each
 * byte above 0x7f becomes `\xHH`, so that two paths stay two. Contents are asked
 * for by oid, so nothing has to turn the text back into bytes.
 */
export function decodePath(bytes: Uint8Array): string {
  try {
    return STRICT.decode(bytes);
  } catch {
    return Array.from(bytes, byte =>
      byte < 0x80
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`,
    ).join('');
  }
}
