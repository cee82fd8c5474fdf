import {
  FeastDataSource,
  FeastEntity,
  FeastFeatureService,
  FeastFeatureView,
  FeastField,
} from '../../facts/feast';
import {
  DraftEntity,
  DraftField,
  DraftProjection,
  DraftService,
  DraftSource,
  DraftView,
} from '../definitions/drafts';

/** Finds what a definition names by text. */
export interface Catalog {
  entity(name: string): DraftEntity | undefined;
  view(name: string): DraftView | undefined;
}

export function describeEntity(draft: DraftEntity, name: string): FeastEntity {
  return {
    name,
    joinKeys: draft.joinKey === undefined ? [] : [draft.joinKey],
    valueType: draft.valueType,
    description: draft.description,
    tags: draft.tags,
    owner: draft.owner,
    definedIn: draft.definedIn,
    unresolvedFields: doubtfulFields(draft),
  };
}

export function describeSource(
  draft: DraftSource,
  name: string,
): FeastDataSource {
  // Feast writes a push source with the columns of what is behind it.
  const columns =
    draft.type === 'PushSource' ? draft.batchSource ?? draft : draft;
  return {
    name,
    type: draft.type,
    timestampField: columns.timestampField,
    createdTimestampColumn: columns.createdTimestampColumn,
    location: draft.location,
    description: draft.description,
    tags: draft.tags,
    owner: draft.owner,
    batchSource: draft.batchSource?.name,
    definedIn: draft.definedIn,
    unresolvedFields: doubtfulFields(draft),
  };
}

export function describeView(
  draft: DraftView,
  name: string,
  catalog: Catalog,
): FeastFeatureView {
  return {
    name,
    type: draft.type,
    entities: draft.entities.flatMap(entity =>
      typeof entity === 'string' ? entity : entity.name ?? [],
    ),
    joinKeys: joinKeysOf(draft, catalog),
    features: featuresOf(draft, catalog),
    ttlSeconds: draft.ttlSeconds,
    online: draft.online,
    sources: sourcesOf(draft),
    mode: draft.mode,
    description: draft.description,
    tags: draft.tags,
    owner: draft.owner,
    version: draft.version,
    definedIn: draft.definedIn,
    unresolvedFields: doubtfulFields(draft),
  };
}

export function describeService(
  draft: DraftService,
  name: string,
  catalog: Catalog,
): FeastFeatureService {
  return {
    name,
    projections: draft.projections.flatMap(each => {
      const view = typeof each.view === 'string' ? each.view : each.view.name;
      const features = selectedFeatures(each, catalog);
      return view === undefined ? [] : { view, alias: each.alias, features };
    }),
    description: draft.description,
    tags: draft.tags,
    owner: draft.owner,
    definedIn: draft.definedIn,
    unresolvedFields: doubtfulFields(draft),
  };
}

/** Names of the arguments in doubt, each once. */
function doubtfulFields(draft: { doubts: { field: string }[] }): string[] {
  return [...new Set(draft.doubts.map(doubt => doubt.field))];
}

function joinKeysOf(draft: DraftView, catalog: Catalog): string[] {
  return draft.entities.flatMap(entity => {
    const found = typeof entity === 'string' ? catalog.entity(entity) : entity;
    return found?.joinKey ?? [];
  });
}

/** The schema without the columns of entities. */
export function featuresOf(draft: DraftView, catalog: Catalog): FeastField[] {
  const joinKeys = new Set(joinKeysOf(draft, catalog));
  return draft.schema.flatMap(field =>
    field.name === undefined || joinKeys.has(field.name)
      ? []
      : describeField(field, field.name),
  );
}

function describeField(field: DraftField, name: string): FeastField {
  const { dtype, description, tags } = field;
  return { name, dtype, description, tags };
}

/** The sources as written, each followed by the batch source behind it. */
function sourcesOf(draft: DraftView): FeastFeatureView['sources'] {
  const sources = new Map<string, { name: string; type: string }>();
  const add = (source: DraftSource | DraftView) => {
    const { name, type } = source;
    if (name !== undefined) sources.set(`${type} ${name}`, { name, type });
  };
  for (const source of draft.sources) {
    add(source);
    if (source.kind === 'source' && source.batchSource) add(source.batchSource);
  }
  return [...sources.values()];
}

/** The view that an entry of a service selects from. */
export function viewOf(
  projection: DraftProjection,
  catalog: Catalog,
): DraftView | undefined {
  const { view } = projection;
  return typeof view === 'string' ? catalog.view(view) : view;
}

function selectedFeatures(
  projection: DraftProjection,
  catalog: Catalog,
): string[] {
  if (projection.features) return projection.features;
  const view = viewOf(projection, catalog);
  return view ? featuresOf(view, catalog).map(field => field.name) : [];
}
