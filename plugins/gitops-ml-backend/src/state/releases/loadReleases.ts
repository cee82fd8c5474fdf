import { Entity } from '@backstage/catalog-model';
import {
  ReleasesResponse,
  ReleaseIdentityView,
  ReleaseView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { diffStates, PartDigests } from '@gitops-ml/core';
import { EnvironmentTools, loadFound } from '../environments/loadEnvironments';
import { BodyOf } from '../views/ViewTools';
import { KeptRelease } from './ReleaseLog';

/** `GET …/releases` */
export function loadReleases(
  tools: EnvironmentTools,
  entity: Entity,
  { environment }: { environment?: string },
): Promise<ReleasesResponse> {
  return tools.revisions.view<BodyOf<ReleasesResponse>>(
    entity,
    undefined,
    { releases: [], gaps: [] },
    async view => {
      const found = await loadFound(tools, entity, view);
      const names = found
        .map(one => one.view.name)
        .filter(name => environment === undefined || name === environment);
      const all = await Promise.all(
        names.map(async name => {
          const subject = {
            repository: view.key,
            folder: view.revision.folder,
            environment: name,
          };
          return {
            releases: (await tools.releases.list(subject)).map(release =>
              toReleaseView(name, release),
            ),
            gaps: (await tools.releases.gaps(subject)).map(gap => ({
              environment: name,
              ...gap,
            })),
          };
        }),
      );
      return {
        problems: [],
        releases: all
          .flatMap(({ releases }) => releases)
          .sort((a, b) => b.at.localeCompare(a.at)),
        gaps: all.flatMap(({ gaps }) => gaps),
      };
    },
  );
}

function toReleaseView(environment: string, kept: KeptRelease): ReleaseView {
  const { at, outcome, witnessed, identity, previous, reached, message } = kept;
  return {
    environment,
    at,
    outcome,
    witnessed,
    from: previous,
    to: identity,
    reached,
    message,
    differences: previous
      ? diffStates(partsOf(previous), partsOf(identity)).map(one => ({
          ...one,
          ...(one.part === 'model' &&
            one.verdict === 'differs' && {
              text: `${previous.model?.version ?? '?'} → ${
                identity.model?.version ?? '?'
              }`,
            }),
        }))
      : [],
  };
}

/** Of code and configuration the pods say nothing. */
function partsOf({
  model,
  dataHash,
  featuresDigest,
}: ReleaseIdentityView): PartDigests {
  return {
    model: model && `${model.version ?? ''} ${model.hash ?? ''}`,
    data: dataHash,
    features: featuresDigest,
  };
}
