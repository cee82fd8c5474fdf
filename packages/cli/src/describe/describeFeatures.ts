import {
  FeastFacts,
  FeastFeatureService,
  FeastFeatureView,
  SourceSpot,
} from '@gitops-ml/core';

/** Where something is written. */
export interface SpotRow {
  file: string;
  line: number;
}

/** A Feast project, as the CLI's JSON has it. `null` is "not statically known", or "none". */
export interface FeatureProjectRow {
  /** The folder of feature_store.yaml, `''` for the root. */
  path: string;
  name: string | null;
  entities: {
    name: string;
    joinKeys: string[];
    valueType: string | null;
    definedIn: SpotRow;
  }[];
  dataSources: { name: string; type: string; definedIn: SpotRow }[];
  featureViews: {
    name: string;
    type: string;
    entities: string[];
    features: { name: string; dtype: string | null }[];
    ttlSeconds: number | null;
    online: boolean | null;
    sources: { name: string; type: string }[];
    tags: Record<string, string>;
    definedIn: SpotRow;
    unresolvedFields: string[];
  }[];
  featureServices: {
    name: string;
    projections: { view: string; alias: string | null; features: string[] }[];
    definedIn: SpotRow;
    unresolvedFields: string[];
  }[];
  unresolved: { file: string; line: number; what: string }[];
}

/** The entity that Feast puts where a view names none. */
const DUMMY = '__dummy';

function describeSpot({ path, line }: SourceSpot): SpotRow {
  return { file: path, line };
}

function describeView(
  view: FeastFeatureView,
): FeatureProjectRow['featureViews'][number] {
  return {
    name: view.name,
    type: view.type,
    entities: view.entities.filter(name => name !== DUMMY),
    features: view.features.map(({ name, dtype }) => ({
      name,
      dtype: dtype ?? null,
    })),
    ttlSeconds: view.ttlSeconds ?? null,
    online: view.online ?? null,
    sources: view.sources.map(({ name, type }) => ({ name, type })),
    tags: view.tags,
    definedIn: describeSpot(view.definedIn),
    unresolvedFields: view.unresolvedFields,
  };
}

function describeService(
  service: FeastFeatureService,
): FeatureProjectRow['featureServices'][number] {
  return {
    name: service.name,
    projections: service.projections.map(({ view, alias, features }) => ({
      view,
      alias: alias ?? null,
      features,
    })),
    definedIn: describeSpot(service.definedIn),
    unresolvedFields: service.unresolvedFields,
  };
}

/** The rows of `gitops-ml features`, in the order of the projects. */
export function describeFeatures(
  projects: readonly FeastFacts[],
): FeatureProjectRow[] {
  return projects.map(project => ({
    path: project.path,
    name: project.store.project ?? null,
    entities: project.entities
      .filter(({ name }) => name !== DUMMY)
      .map(({ name, joinKeys, valueType, definedIn }) => ({
        name,
        joinKeys,
        valueType: valueType ?? null,
        definedIn: describeSpot(definedIn),
      })),
    dataSources: project.dataSources.map(({ name, type, definedIn }) => ({
      name,
      type,
      definedIn: describeSpot(definedIn),
    })),
    featureViews: project.featureViews.map(describeView),
    featureServices: project.featureServices.map(describeService),
    unresolved: project.unresolved.map(({ path, line, what }) => ({
      file: path,
      line,
      what,
    })),
  }));
}
