import { FUTURE_VERBS, VERBS } from './verbs';

/** The answer to --help. */
export function helpText(): string {
  const width = Math.max(...VERBS.map(({ name }) => name.length));
  const verbs = VERBS.map(
    ({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `gitops-ml [--repo DIR] VERB [--rev REF] [--json]
gitops-ml delivery FILE… [--now TIME] [--json]

What a Git repository says of its data, models and features. It reads commits,
never the working tree, runs nothing of the repository and asks no network.

Verbs
${verbs.join('\n')}
Not there yet: ${FUTURE_VERBS.join(', ')}

Options
  --repo DIR  a working tree or a bare repository; default: the current folder's
  --rev REF   a branch, tag or commit; default: HEAD
              (models: every tag, or with --rev those not younger than it)
  --now TIME  delivery: what is left of a pause is counted from here; default: now
  --json      the answer as JSON
  --version   the version of gitops-ml
  -h, --help  this text

Exit codes: 0 answered, with problems or without; 2 could not run.
`;
}
