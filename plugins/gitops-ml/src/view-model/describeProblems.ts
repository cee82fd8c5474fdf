import { ProblemView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from './countNoun';

/** The header of a list of problems. */
export function describeProblems(problems: readonly ProblemView[]): {
  title: string;
  subtitle: string;
} {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const others = problems.length - errors;
  const parts = [
    errors > 0 ? countNoun(errors, 'error') : undefined,
    others > 0 ? countNoun(others, 'warning') : undefined,
  ];
  return {
    title: `${countNoun(problems.length, 'problem')} in reading`,
    subtitle: `${parts
      .filter(Boolean)
      .join(', ')}. All that could be read is shown below.`,
  };
}
