import { Entity } from '@backstage/catalog-model';
import {
  CommitView,
  ReleaseIdentityView,
  ReleasesResponse,
  ReleaseView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { diffStates, PartDigests } from '@gitops-ml/core';
import { BodyOf } from '../views/ViewTools';
import { OpenView, RevisionViews } from '../views/RevisionViews';
import { KeptRelease } from './Release';
import { ReleaseLog } from './ReleaseLog';

/** `GET …/releases` */
export function loadReleases(
  tools: { revisions: RevisionViews; releases: ReleaseLog },
  entity: Entity,
  query: { environment?: string },
): Promise<ReleasesResponse> {
  return tools.revisions.view<BodyOf<ReleasesResponse>>(
    entity,
    undefined,
    { releases: [], gaps: [] },
    async view => {
      const of = { repository: view.key, folder: view.revision.folder };
      const known = await tools.releases.environments(of);
      const names = known.filter(
        name => query.environment === undefined || name === query.environment,
      );
      const all = await Promise.all(
        names.map(async environment => {
          const kept = await tools.releases.list({ ...of, environment });
          const gaps = await tools.releases.gaps({ ...of, environment }, kept);
          return {
            releases: await toReleaseViews(environment, kept, view),
            gaps: gaps.map(gap => ({ environment, ...gap })),
          };
        }),
      );
      return {
        problems: [],
        releases: all
          .flatMap(({ releases }) => releases)
          .sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
        gaps: all.flatMap(({ gaps }) => gaps),
      };
    },
  );
}

/** `kept` is newest first. */
async function toReleaseViews(
  environment: string,
  kept: readonly KeptRelease[],
  view: Pick<OpenView, 'commits'>,
): Promise<ReleaseView[]> {
  const oids = [...new Set(kept.flatMap(({ git }) => git.commit ?? []))];
  const commits = new Map(
    (await view.commits(oids)).map(commit => [commit.oid, commit] as const),
  );
  return kept.map((release, index) =>
    toReleaseView(environment, release, {
      before: kept.slice(index + 1).find(({ outcome }) => outcome === 'stable'),
      commits,
    }),
  );
}

function toReleaseView(
  environment: string,
  kept: KeptRelease,
  {
    before,
    commits,
  }: {
    /** What had become stable before. */
    before: KeptRelease | undefined;
    commits: ReadonlyMap<string, CommitView>;
  },
): ReleaseView {
  const { identity, previous, git } = kept;
  const withCommit = (one: ReleaseIdentityView, oid: string | undefined) => ({
    ...one,
    commit: oid === undefined ? undefined : commits.get(oid),
  });
  return {
    environment,
    at: kept.at,
    atFrom: kept.atFrom,
    after: kept.after,
    provenance: kept.provenance,
    outcome: kept.outcome,
    witnessed: kept.provenance === 'watched',
    from: previous && withCommit(previous, before?.git.commit),
    to: withCommit(identity, git.commit),
    commit: git.commit === undefined ? undefined : commits.get(git.commit),
    reached: kept.reached,
    message: kept.message,
    differences: previous
      ? describeDifferences(
          { identity: previous, parts: before?.git.parts ?? {} },
          { identity, parts: git.parts },
        )
      : [],
  };
}

interface Side {
  identity: ReleaseIdentityView;
  parts: PartDigests;
}

function describeDifferences(from: Side, to: Side): ReleaseView['differences'] {
  const [before, after] = [from, to].map(
    ({ identity }) => identity.model?.version ?? '?',
  );
  return diffStates(partsOf(from), partsOf(to)).map(one =>
    one.part === 'model' && one.verdict === 'differs'
      ? { ...one, text: `${before} → ${after}` }
      : one,
  );
}

/** Of code and configuration the pods say nothing: that is Git's. */
function partsOf({
  identity: { model, dataHash, featuresDigest },
  parts: { code, configuration },
}: Side): PartDigests {
  return {
    code,
    configuration,
    model: model && `${model.version ?? ''} ${model.hash ?? ''}`,
    data: dataHash,
    features: featuresDigest,
  };
}
