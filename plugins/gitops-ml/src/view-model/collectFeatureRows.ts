import {
  FeastProjectView,
  FeatureViewView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { matchesSearch } from './matchesSearch';
import { SortKey } from './sortRows';

export interface FeatureRow {
  id: string;
  project: FeastProjectView;
  view: FeatureViewView;
}

export function collectFeatureRows(
  projects: readonly FeastProjectView[],
): FeatureRow[] {
  return projects.flatMap(project =>
    project.featureViews.map(view => ({
      id: `${project.path}/${view.name} ${view.definedIn.path}:${view.definedIn.line}`,
      project,
      view,
    })),
  );
}

export function searchFeatureRows(
  rows: FeatureRow[],
  search: string,
): FeatureRow[] {
  return rows.filter(({ project, view }) =>
    matchesSearch(
      [
        project.name,
        view.name,
        view.type,
        view.owner,
        view.description,
        view.definedIn.path,
        ...view.entities,
        ...view.usedBy,
        ...view.sources.map(source => source.name),
        ...view.features.map(feature => feature.name),
      ],
      search,
    ),
  );
}

export const FEATURE_SORT_KEYS: Record<string, (row: FeatureRow) => SortKey> = {
  name: row => row.view.name,
  features: row => row.view.features.length,
  ttl: row => row.view.ttlSeconds,
  usedBy: row => row.view.usedBy.length,
  changed: row => row.view.changedIn?.date,
};

const KINDS: Record<string, string> = {
  FeatureView: 'batch',
  BatchFeatureView: 'batch',
  StreamFeatureView: 'stream',
  OnDemandFeatureView: 'on-demand',
  LabelView: 'label',
};

/** Feast's class in one word; a class we don't know keeps its name. */
export function describeViewKind(type: string): string {
  return KINDS[type] ?? type;
}

/** What the header says of all projects. */
export interface FeatureTotals {
  projects: number;
  views: number;
  features: number;
  entities: number;
  services: number;
  /** Definitions that only running the code would tell. */
  unresolved: number;
}

export function sumFeatures(
  projects: readonly FeastProjectView[],
): FeatureTotals {
  const sum = (count: (project: FeastProjectView) => number) =>
    projects.reduce((total, project) => total + count(project), 0);
  return {
    projects: projects.length,
    views: sum(project => project.featureViews.length),
    features: sum(project =>
      project.featureViews.reduce((n, view) => n + view.features.length, 0),
    ),
    entities: sum(project => project.entities.length),
    services: sum(project => project.featureServices.length),
    unresolved: sum(project => project.unresolved.length),
  };
}
