import { FeastProjectView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Lineage, LineageBuilder } from './lineage';

/** Sources → views → services of a project; a view may be another's source. */
export function collectFeatureLineage(
  project: FeastProjectView,
  viewNames: ReadonlySet<string>,
): Lineage {
  const lineage = new LineageBuilder();
  const allViews = new Set(project.featureViews.map(view => view.name));
  const views = project.featureViews.filter(view => viewNames.has(view.name));
  for (const view of views) {
    const to = lineage.node('view', view.name);
    for (const source of view.sources) {
      const kind = allViews.has(source.name) ? 'view' : 'source';
      lineage.edge(lineage.node(kind, source.name), to);
    }
  }
  for (const service of project.featureServices) {
    for (const { view } of service.projections) {
      if (!viewNames.has(view)) continue;
      lineage.edge(
        lineage.node('view', view),
        lineage.node('service', service.name),
      );
    }
  }
  return lineage.build();
}
