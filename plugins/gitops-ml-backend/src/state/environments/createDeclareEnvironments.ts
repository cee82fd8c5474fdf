import { collectEnvironments, DeclaredEnvironment } from '@gitops-ml/core';
import { ForgeHost, repositoryKey } from '../../forge/repositoryKey';
import { isUnder } from '../assemble/isUnder';
import { selectProblems, toProblemViews } from '../assemble/toProblemViews';
import { DeclareEnvironments } from '../live/declareEnvironments';
import { OpenView } from '../views/RevisionViews';

const READERS = ['gitops-manifest', 'kustomization', 'gitops-ml-file'];

/** Reads environments out of the revision: those of the entity's folder that this repository deploys. */
export function createDeclareEnvironments(
  forges: readonly ForgeHost[],
): DeclareEnvironments {
  return async view => ({
    declared: listEnvironments(view, forges),
    problems: toProblemViews(
      selectProblems(view.revision.readings, reader =>
        READERS.includes(reader),
      ),
      view.revision,
    ),
  });
}

/** In the order of promotion. */
export function listEnvironments(
  { key, revision }: Pick<OpenView, 'key' | 'revision'>,
  forges: readonly ForgeHost[],
): DeclaredEnvironment[] {
  return collectEnvironments(revision.readings).filter(
    ({ repoUrl, overlay = '' }) =>
      (repoUrl === undefined || repositoryKey(repoUrl, forges) === key) &&
      isUnder(overlay, revision.folder),
  );
}
