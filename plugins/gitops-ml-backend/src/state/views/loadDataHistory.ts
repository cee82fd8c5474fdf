import { Entity } from '@backstage/catalog-model';
import { DataHistoryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { assembleDataHistory } from '../assemble/assembleDataHistory';
import { BodyOf, ViewQuery, ViewTools } from './ViewTools';

/** `GET …/data/history` */
export function loadDataHistory(
  { revisions }: ViewTools,
  entity: Entity,
  query: ViewQuery & { path: string },
): Promise<DataHistoryResponse> {
  const { path } = query;
  return revisions.view<BodyOf<DataHistoryResponse>>(
    entity,
    query.revision,
    { path, versions: [] },
    async view => {
      const history = await view.history();
      const known = history?.timelines.data.versions.get(path) ?? [];
      const commits = await view.commitsAt(known.map(one => one.position));
      const versions = history
        ? assembleDataHistory({
            versions: known,
            position: history.position,
            commits,
          })
        : [];
      return { path, versions, problems: [] };
    },
  );
}
