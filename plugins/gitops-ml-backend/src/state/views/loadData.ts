import { Entity } from '@backstage/catalog-model';
import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  assembleData,
  DataHistory,
  dataPositions,
} from '../assemble/assembleData';
import { OpenView } from './RevisionViews';
import { BodyOf, createPushedOf, ViewQuery, ViewTools } from './ViewTools';

/** `GET …/data` */
export function loadData(
  tools: ViewTools,
  entity: Entity,
  query: ViewQuery,
): Promise<DataResponse> {
  return tools.revisions.view<BodyOf<DataResponse>>(
    entity,
    query.revision,
    { dvc: false, remotes: [], outputs: [], sizes: [] },
    async view =>
      assembleData({
        revision: view.revision,
        history: await loadHistory(view),
        pushed: createPushedOf(tools, view),
      }),
  );
}

async function loadHistory(view: OpenView): Promise<DataHistory | undefined> {
  const history = await view.history();
  if (!history) return undefined;
  const { position } = history;
  const timeline = history.timelines.data;
  const commits = await view.commitsAt(dataPositions(timeline, position));
  return { timeline, position, commits };
}
