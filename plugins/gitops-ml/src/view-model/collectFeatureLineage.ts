import { FeastProjectView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Lineage, LineageBuilder } from './lineage';

/** Sources → views → services of a project; a view may be another's source. */
export function collectFeatureLineage(
  project: FeastProjectView,
  viewNames: ReadonlySet<string>,
): Lineage {
  const lineage = new LineageBuilder();
  addViews(lineage, project, viewNames);
  addServices(lineage, project, viewNames);
  return lineage.build();
}

function addViews(
  lineage: LineageBuilder,
  { featureViews }: FeastProjectView,
  viewNames: ReadonlySet<string>,
): void {
  const allViews = new Set(featureViews.map(view => view.name));
  for (const view of featureViews.filter(({ name }) => viewNames.has(name))) {
    const to = lineage.node('view', view.name);
    for (const source of view.sources) {
      const kind = allViews.has(source.name) ? 'view' : 'source';
      lineage.edge(lineage.node(kind, source.name), to);
    }
  }
}

function addServices(
  lineage: LineageBuilder,
  { featureServices }: FeastProjectView,
  viewNames: ReadonlySet<string>,
): void {
  for (const service of featureServices) {
    const shown = service.projections.filter(({ view }) => viewNames.has(view));
    for (const { view } of shown) {
      const from = lineage.node('view', view);
      lineage.edge(from, lineage.node('service', service.name));
    }
  }
}
