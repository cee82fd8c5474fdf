import { formatProblem, Problem } from '@gitops-ml/core';

/** A problem as the CLI's JSON has it. */
export interface ProblemRow {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  path: string;
  line?: number;
  column?: number;
  remedy: string;
}

function compare(a: ProblemRow, b: ProblemRow): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    Number(a.message > b.message) - Number(a.message < b.message)
  );
}

/** Problems in words, by place, each once. An unknown line or column is left out. */
export function describeProblems(problems: readonly Problem[]): ProblemRow[] {
  const rows = problems.map(problem => {
    const { code, severity, path, line, column } = problem;
    const { message, remedy } = formatProblem(problem);
    return {
      code,
      severity,
      message,
      path,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      remedy,
    };
  });
  const unique = new Map(rows.map(row => [JSON.stringify(row), row]));
  return [...unique.values()].sort(compare);
}
