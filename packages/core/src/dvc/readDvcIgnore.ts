import { DvcIgnoreFacts } from '../facts/dvc';
import { decodeText } from '../reading/decodeText';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';

/** More wildcards in one pattern take a matcher too long on a long name. */
const MOST_WILDCARDS = 4;

/**
 * The patterns of a `.dvcignore`, without comments and the spaces around them.
 * Source: dvc/ignore.py DvcIgnorePatterns.from_file.
 */
export function readDvcIgnore(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<DvcIgnoreFacts> {
  const decoded = decodeText(bytes, path, limits);
  if ('problem' in decoded) {
    return { facts: undefined, problems: [decoded.problem] };
  }
  const written = decoded.text
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ pattern: text.trim(), line: index + 1 }))
    .filter(({ pattern }) => pattern !== '' && !pattern.startsWith('#'));
  const isSimple = ({ pattern }: { pattern: string }) =>
    pattern.split('/').every(part => wildcards(part) <= MOST_WILDCARDS);
  const patterns = written.filter(isSimple).slice(0, limits.entries);
  const problems = written
    .filter(entry => !isSimple(entry))
    .map(({ line }): Problem => {
      const what = `A pattern with more than ${MOST_WILDCARDS} wildcards`;
      const args = { what };
      return { code: 'unsupported', severity: 'warning', path, line, args };
    });
  return { facts: { kind: 'dvc-ignore', path, patterns }, problems };
}

function wildcards(part: string): number {
  return part === '**' ? 0 : part.split(/\*+/).length - 1;
}
