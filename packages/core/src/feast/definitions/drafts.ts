import { SourceSpot } from '../../facts/dvc';

/** An argument whose value is not statically known. */
export interface Doubt {
  /** The argument's name. */
  field: string;
  line: number;
  /** What it is instead of a value: `a call of os.getenv()`. */
  why: string;
  /** Another problem says it already. */
  reported?: true;
}

/** What all definitions have. Drafts have an identity: one per constructor call. */
export interface DraftBase {
  /** Feast's class. */
  type: string;
  name: string | undefined;
  description: string | undefined;
  tags: Record<string, string>;
  owner: string | undefined;
  definedIn: SourceSpot;
  doubts: Doubt[];
}

export interface DraftEntity extends DraftBase {
  kind: 'entity';
  /** `undefined` where it is not known; Feast's default is the name. */
  joinKey: string | undefined;
  valueType: string | undefined;
}

export interface DraftField {
  kind: 'field';
  name: string | undefined;
  dtype: string | undefined;
  description: string | undefined;
  tags: Record<string, string>;
  definedIn: SourceSpot;
  doubts: Doubt[];
}

export interface DraftSource extends DraftBase {
  kind: 'source';
  timestampField: string | undefined;
  createdTimestampColumn: string | undefined;
  location: string | undefined;
  batchSource: DraftSource | undefined;
}

/** An entity by its definition, or in the legacy way by its name. */
export type EntityReference = DraftEntity | string;

export interface DraftView extends DraftBase {
  kind: 'view';
  entities: EntityReference[];
  /** Entity columns are still among them. */
  schema: DraftField[];
  ttlSeconds: number | undefined;
  online: boolean | undefined;
  /** Data sources and views that it reads, as they are written. */
  sources: (DraftSource | DraftView)[];
  mode: string | undefined;
  version: string | undefined;
}

/** One entry of a feature service. */
export interface DraftProjection {
  /** A text names the view, as Feast 0.67 allows. */
  view: DraftView | string;
  /** `undefined` is all features. */
  features: string[] | undefined;
  alias: string | undefined;
}

export interface DraftService extends DraftBase {
  kind: 'service';
  projections: DraftProjection[];
}

/** `Project` and `Permission`: Feast registers them, our facts have no place for them. */
export interface DraftOther extends DraftBase {
  kind: 'other';
}

export type Draft =
  | DraftEntity
  | DraftField
  | DraftSource
  | DraftView
  | DraftService
  | DraftOther;
