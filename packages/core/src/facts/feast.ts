import { SourceSpot } from './dvc';

/** Feast's ValueType names: `INT64`, `FLOAT`, `STRING_LIST` … @public */
export type FeastValueType = string;

/** A feature: a column of a view's schema that is no join key. @public */
export interface FeastField {
  name: string;
  /** `undefined` when it is not statically known. */
  dtype: FeastValueType | undefined;
  description: string | undefined;
  tags: Record<string, string>;
}

/**
 * An entity: what features are about, and the columns that name one.
 * @public
 */
export interface FeastEntity {
  name: string;
  joinKeys: string[];
  valueType: FeastValueType | undefined;
  description: string | undefined;
  tags: Record<string, string>;
  owner: string | undefined;
  definedIn: SourceSpot;
  /** Names of the arguments whose values are not statically known. */
  unresolvedFields: string[];
}

/** A data source, of whichever kind. @public */
export interface FeastDataSource {
  name: string;
  /** Feast's class, e.g. `FileSource`. */
  type: string;
  timestampField: string | undefined;
  createdTimestampColumn: string | undefined;
  /** Where its data lie: path, table or query, without credentials. */
  location: string | undefined;
  description: string | undefined;
  tags: Record<string, string>;
  owner: string | undefined;
  /** Of a push or stream source: the name of its batch source. */
  batchSource: string | undefined;
  definedIn: SourceSpot;
  unresolvedFields: string[];
}

/** A feature view of whichever kind, as its definition declares it. @public */
export interface FeastFeatureView {
  name: string;
  /** Feast's class: FeatureView, BatchFeatureView, StreamFeatureView, OnDemandFeatureView, LabelView. */
  type: string;
  entities: string[];
  joinKeys: string[];
  features: FeastField[];
  /** 0 is none; fractions are kept; `undefined` is unknown. */
  ttlSeconds: number | undefined;
  online: boolean | undefined;
  sources: { name: string; type: string }[];
  mode: string | undefined;
  description: string | undefined;
  tags: Record<string, string>;
  owner: string | undefined;
  version: string | undefined;
  definedIn: SourceSpot;
  /** Names of the arguments whose values are not statically known. */
  unresolvedFields: string[];
}

/**
 * What a service takes of a view: all of its features, or some of them.
 * @public
 */
export interface FeastProjection {
  view: string;
  alias: string | undefined;
  features: string[];
}

/** A feature service: the features that one model reads. @public */
export interface FeastFeatureService {
  name: string;
  projections: FeastProjection[];
  description: string | undefined;
  tags: Record<string, string>;
  owner: string | undefined;
  definedIn: SourceSpot;
  unresolvedFields: string[];
}

/** What `feature_store.yaml` says, without secrets. @public */
export interface FeatureStoreFacts {
  path: string;
  project: string | undefined;
  provider: string | undefined;
  registry: { type: string; path: string | undefined } | undefined;
  onlineStore: { type: string } | undefined;
  offlineStore: { type: string } | undefined;
  /** Redacted, flattened to dotted keys. */
  settings: Record<string, string>;
}

/** A Feast repository: the folder of a `feature_store.yaml` and its definitions. @public */
export interface FeastFacts {
  kind: 'feast';
  /** The folder, `''` for the root. */
  path: string;
  store: FeatureStoreFacts;
  entities: FeastEntity[];
  dataSources: FeastDataSource[];
  featureViews: FeastFeatureView[];
  featureServices: FeastFeatureService[];
  /** Definitions that can't be known without running the code. */
  unresolved: { path: string; line: number; what: string }[];
  /** The Python files that were looked at. */
  files: string[];
}
