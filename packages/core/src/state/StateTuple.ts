import { DvcHash } from '../facts/dvc';
import { Problem } from '../reading/Problem';

/** The parts of a state tuple, in the order in which they are told. @public */
export const STATE_PARTS = [
  'code',
  'features',
  'data',
  'model',
  'configuration',
] as const;

/** One of {@link STATE_PARTS}. @public */
export type StatePartName = (typeof STATE_PARTS)[number];

/** A file of a commit: its Git oid and mode. @public */
export interface StateFile {
  path: string;
  oid: string;
  /** As Git writes it, such as `100644`. */
  mode: string;
}

/**
 * Equal digests are equal content. `paths` are the files that belong to this part and
 * to no other, sorted.
 * @public
 */
export interface StatePart {
  digest: string;
  paths: string[];
}

/** An output of the data part; `hash` is absent before the first run. @public */
export interface StateOutput {
  path: string;
  hash: DvcHash | undefined;
  /** Bytes. */
  size: number | undefined;
}

/** A model of the model part. @public */
export interface StateModel {
  name: string;
  /** As `release.env` says it of the model of this name. */
  version: string | undefined;
  artifact: { path: string; hash: DvcHash | undefined } | undefined;
}

/**
 * (code, features, data, model, configuration) of one commit: a partition of its files
 * beside those of `elsewhere`, which say how things are delivered and what other
 * environments are configured with.
 * @public
 */
export interface StateTuple {
  environment: string | undefined;
  /** Of the parts' digests. */
  digest: string;
  code: StatePart;
  features: StatePart & {
    projects: { path: string; name: string | undefined }[];
    views: number;
    services: number;
  };
  data: StatePart & { outputs: StateOutput[] };
  /** `undefined`: no model is declared or released. */
  model: (StatePart & { models: StateModel[] }) | undefined;
  /** `undefined` without an environment, or when it has no overlay here. */
  configuration: (StatePart & { overlay: string }) | undefined;
  elsewhere: string[];
  problems: Problem[];
}
