/** A file of a tracked directory. */
interface ListedFile {
  /** Below the directory, with `/`. */
  path: string;
  md5: string;
}

/**
 * The bytes of a directory's `.dir` object: Python's `json.dumps(…,
 * sort_keys=True)` of its files, sorted by path.
 * Source: dvc-data hashfile/tree.py Tree.as_bytes.
 */
export function formatListing(files: readonly ListedFile[]): string {
  const entries = [...files]
    .sort((a, b) => compareCodePoints(a.path, b.path))
    .map(
      ({ path, md5 }) => `{"md5": "${md5}", "relpath": ${formatAscii(path)}}`,
    );
  return `[${entries.join(', ')}]`;
}

/** As Python compares text; JavaScript's own order differs above U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** JSON in which every character outside ASCII is escaped, as Python does. */
function formatAscii(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
