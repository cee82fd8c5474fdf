import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROBLEM_CODES } from './codes';
import { formatProblem } from './formatProblem';

const page = readFileSync(
  path.resolve(__dirname, '../../../../docs/problems.md'),
  'utf8',
);

describe('the words of problems', () => {
  it('have a row each in docs/problems.md, in the order of the codes', () => {
    const rows = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(row => row[1]);
    expect(rows).toEqual(PROBLEM_CODES);
  });

  it.each(PROBLEM_CODES)('of %s are sentences', code => {
    const text = formatProblem({ code, severity: 'error', path: 'a' });
    expect(text).toEqual({
      message: expect.stringMatching(/\.$/),
      remedy: expect.stringMatching(/\.$/),
    });
  });
});
