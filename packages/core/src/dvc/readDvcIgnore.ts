import { DvcIgnoreFacts } from '../facts/dvc';
import { decodeText } from '../reading/decodeText';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';

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
  const patterns = decoded.text
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ pattern: text.trim(), line: index + 1 }))
    .filter(({ pattern }) => pattern !== '' && !pattern.startsWith('#'));
  const limit = limits.entries;
  const problems: Problem[] =
    patterns.length > limit
      ? [
          {
            code: 'limit-exceeded',
            severity: 'error',
            path,
            line: patterns[limit].line,
            args: { what: 'patterns', limit },
          },
        ]
      : [];
  return {
    facts: { kind: 'dvc-ignore', path, patterns: patterns.slice(0, limit) },
    problems,
  };
}
