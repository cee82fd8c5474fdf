import { Entity } from '@backstage/catalog-model';
import { FeatureHistoryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { assembleFeatureHistory } from '../assemble/assembleFeatureHistory';
import { featureViewKey } from '../history/FeatureTimeline';
import { BodyOf, ViewQuery, ViewTools } from './ViewTools';

/** `GET …/features/history` */
export function loadFeatureHistory(
  { revisions }: ViewTools,
  entity: Entity,
  query: ViewQuery & { project: string; view: string },
): Promise<FeatureHistoryResponse> {
  const named = { project: query.project, view: query.view };
  const key = featureViewKey(query.project, query.view);
  return revisions.view<BodyOf<FeatureHistoryResponse>>(
    entity,
    query.revision,
    { ...named, versions: [] },
    async view => {
      const history = await view.history();
      const known = history?.timelines.features.get(key) ?? [];
      const commits = await view.commitsAt(known.map(one => one.position));
      const versions = history
        ? assembleFeatureHistory({
            versions: known,
            position: history.position,
            commits,
          })
        : [];
      return { ...named, versions, problems: [] };
    },
  );
}
