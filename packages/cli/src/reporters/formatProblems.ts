import { ProblemRow } from '../describe/describeProblems';
import { plainText } from './plainText';
import { TextStyle } from './TextStyle';

function place({ path, line, column }: ProblemRow): string {
  return [path, line, column].filter(part => part !== undefined).join(':');
}

/** Problems as a compiler prints them, each with its remedy. */
export function formatProblems(
  problems: readonly ProblemRow[],
  style: TextStyle,
): string {
  return problems
    .map(problem => {
      const mark = problem.severity === 'error' ? style.error : style.warning;
      const what = plainText(`${problem.message} [${problem.code}]`);
      return `${plainText(place(problem))}: ${mark(
        problem.severity,
      )}: ${what}\n  ${plainText(problem.remedy)}\n`;
    })
    .join('');
}
