/**
 * Every problem that a reader can name. One row in `formatProblem` and one in
 * `docs/problems.md` each.
 * @public
 */
export const PROBLEM_CODES = [
  /** The file is larger than the limit. args: size, limit */
  'too-large',
  /** Depth, nodes, entries, rounds or time ran out. args: what, limit */
  'limit-exceeded',
  /** Not UTF-8 text. */
  'not-text',
  /** A symbolic link where a reader takes a file. */
  'symbolic-link',
  /** YAML that can't be parsed. args: reason */
  'yaml-syntax',
  /** Conflict markers of a merge are in the file. */
  'merge-conflict',
  /** INI (`.dvc/config`) that can't be parsed. args: reason */
  'config-syntax',
  /** JSON, TOML or CSV of a metrics or params file that can't be parsed. args: reason */
  'values-syntax',
  /** Python that can't be parsed. args: reason */
  'python-syntax',
  /** The document is not of the format's shape. args: where, expected */
  'invalid-shape',
  /** A value is not what the format allows. args: where, value, expected */
  'invalid-value',
  /** A path leaves the repository or is otherwise not safe. args: value */
  'unsafe-path',
  /** A file that this one names does not exist. args: file */
  'missing-file',
  /** The same output path is declared twice. args: subject, other */
  'duplicate-output',
  /** A name is declared twice where the tool wants one. args: kind, name, other */
  'duplicate-name',
  /** A version of the format that is not supported. args: found, supported */
  'unsupported-version',
  /** Valid in the tool, not covered by this reader yet. args: what */
  'unsupported',
  /** Python whose value is not statically resolvable. args: what */
  'not-static',
  /** A Git tag that looks like a GTO tag and isn't. args: tag, reason */
  'invalid-tag',
  /** The reader itself failed: a defect of the reader, not of the file. args: reader, reason */
  'reader-failed',
  /** A reference to something that does not exist. args: kind, name, by */
  'unknown-reference',
  /** An ApplicationSet from which no applications can be made. args: reason */
  'not-generated',
] as const;

/** One of {@link PROBLEM_CODES}. @public */
export type ProblemCode = (typeof PROBLEM_CODES)[number];
