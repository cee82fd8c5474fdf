import { resolveGto } from '@gitops-ml/core';
import { OpenView } from './RevisionViews';
import { ViewQuery } from './ViewTools';

/**
 * The registry in the repository's tags: all of them at the head, as `gto show`
 * has it; at a revision that somebody named, those of its time.
 */
export async function resolveRegistry(
  view: OpenView,
  { revision }: ViewQuery,
): Promise<ReturnType<typeof resolveGto>> {
  return resolveGto(await view.git.annotatedTags(), {
    asOf: revision === undefined ? undefined : view.commit.date,
  });
}
