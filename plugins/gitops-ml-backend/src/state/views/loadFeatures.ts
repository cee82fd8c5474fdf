import { Entity } from '@backstage/catalog-model';
import { FeaturesResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  assembleFeatures,
  featurePositions,
} from '../assemble/assembleFeatures';
import { BodyOf, ViewQuery, ViewTools } from './ViewTools';

/** `GET …/features` */
export function loadFeatures(
  { revisions }: ViewTools,
  entity: Entity,
  query: ViewQuery,
): Promise<FeaturesResponse> {
  return revisions.view<BodyOf<FeaturesResponse>>(
    entity,
    query.revision,
    { projects: [] },
    async view => {
      const history = await view.history();
      if (!history) return assembleFeatures(view.revision, undefined);
      const { position } = history;
      const timeline = history.timelines.features;
      const commits = await view.commitsAt(
        featurePositions(timeline, position),
      );
      return assembleFeatures(view.revision, { timeline, position, commits });
    },
  );
}
