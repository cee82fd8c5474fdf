/** What a name of Feast's makes when it is called. */
type FeastRole =
  | 'entity'
  | 'field'
  | 'view'
  | 'service'
  | 'source'
  | 'decorator'
  | 'other';

const ROLES: Record<string, FeastRole> = {
  Entity: 'entity',
  Field: 'field',
  Feature: 'field',
  FeatureView: 'view',
  BatchFeatureView: 'view',
  StreamFeatureView: 'view',
  OnDemandFeatureView: 'view',
  LabelView: 'view',
  FeatureService: 'service',
  RequestDataSource: 'source',
  on_demand_feature_view: 'decorator',
  batch_feature_view: 'decorator',
  stream_feature_view: 'decorator',
  Project: 'other',
  Permission: 'other',
  // Feast before 0.10.
  FeatureTable: 'other',
};

/**
 * The role of the last part of a name imported from `feast`. Any class whose name
 * ends with `Source` is a data source: contributed ones are many.
 */
export function feastRole(name: string): FeastRole | undefined {
  if (Object.hasOwn(ROLES, name)) return ROLES[name];
  return /^[A-Z]\w*Source$/.test(name) && name !== 'DataSource'
    ? 'source'
    : undefined;
}

/** Does Feast register objects of this name by themselves? */
export function isDefinition(name: string): boolean {
  const role = feastRole(name);
  return role !== undefined && role !== 'field';
}
