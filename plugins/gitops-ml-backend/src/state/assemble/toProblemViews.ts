import { ProblemView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EntryReading, formatProblem, Problem } from '@gitops-ml/core';
import { isUnder } from './isUnder';
import { Revision } from './Revision';

/** A problem in words, with the forge's page of the file. */
function toProblemView(
  problem: Problem,
  { oid, links }: Pick<Revision, 'oid' | 'links'>,
): ProblemView {
  const { code, severity, path, line, column } = problem;
  const { message, remedy } = formatProblem(problem);
  // The problem of a tag has the tag's full name for a path.
  const url = path.startsWith('refs/')
    ? undefined
    : links.file(oid, path, line);
  return { code, severity, message, remedy, path, line, column, url };
}

/**
 * The problems that belong on a page: those of the folder and, as they concern
 * every folder, those of tags and of configuration at the root.
 */
export function toProblemViews(
  problems: readonly Problem[],
  revision: Revision,
): ProblemView[] {
  return problems
    .filter(
      ({ path }) =>
        isUnder(path, revision.folder) ||
        path.startsWith('refs/') ||
        path.startsWith('.dvc/'),
    )
    .map(problem => toProblemView(problem, revision));
}

/** The problems of the readings of some readers. */
export function selectProblems(
  readings: readonly EntryReading[],
  isMeant: (reader: string) => boolean,
): Problem[] {
  return readings
    .filter(({ reader }) => isMeant(reader))
    .flatMap(({ problems }) => problems);
}
