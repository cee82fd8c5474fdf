import { Entity } from '@backstage/catalog-model';
import { DeclaredEnvironment } from '@gitops-ml/core';
import { matchRelease } from '../environments/describeRunning';
import { loadDeployed } from '../environments/loadDeployed';
import { CommitState, StateTuples } from '../environments/StateTuples';
import { LiveEnvironment } from '../live/LiveEnvironments';
import { RevisionViews } from '../views/RevisionViews';
import { collectPast } from './collectPast';
import { KeptRelease, NewRelease } from './Release';
import { KnownReleases, Watch } from './planReleases';
import { SeenState } from './SeenState';

/** What is new, with what Git says of it; and what Argo CD's history says of the time before. */
export async function identifyReleases(
  { revisions, tuples }: { revisions: RevisionViews; tuples: StateTuples },
  entity: Entity,
  options: {
    live: LiveEnvironment;
    releases: readonly NewRelease[];
    known: KnownReleases;
    seen: SeenState;
    watch: Watch;
  },
): Promise<KeptRelease[]> {
  const { live, releases, known, seen, watch } = options;
  const { deployed } = await revisions.view<{ deployed: CommitState[] }>(
    entity,
    undefined,
    { deployed: [] },
    async view => ({
      problems: [],
      deployed: await loadDeployed(tuples, view, {
        declared: toDeclared(live),
        application: live.application,
      }),
    }),
  );
  const found = releases.map(release => {
    const { commit, digests } = matchRelease(release.identity, deployed);
    return { ...release, git: { commit, parts: digests } };
  });
  if (watch.isWatched || !live.application) return found;
  const past = collectPast(live.application, {
    deployed,
    known: [
      ...found,
      ...(known.lastStable ? [known.lastStable] : []),
      ...(seen.candidate
        ? [{ at: seen.at, identity: seen.candidate.identity }]
        : []),
    ],
    after: watch.until,
  });
  return [...past, ...found].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
}

function toDeclared({
  name,
  declared,
}: LiveEnvironment): Pick<DeclaredEnvironment, 'name' | 'overlay'> {
  return { name, overlay: declared?.overlay };
}
