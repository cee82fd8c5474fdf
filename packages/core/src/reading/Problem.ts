import { ProblemCode } from '../problems/codes';

/**
 * Something that could not be read. Coded data: its words are made by
 * `formatProblem` alone, so that the API, the CLI and the pages say the same.
 *
 * `path` is the repository's (`/`-separated, no leading slash); for a Git tag it
 * is the full ref name. `line` and `column` count from 1.
 * @public
 */
export interface Problem {
  code: ProblemCode;
  severity: 'error' | 'warning';
  path: string;
  line?: number;
  column?: number;
  /** What the sentence needs: names, values, limits. Never a secret. */
  args?: Record<string, string | number>;
}
