import { DvcHash } from '../facts/dvc';
import { Json } from '../reading/Json';
import { MetricThreshold } from '../facts/descriptor';
import { GtoAssignment } from '../facts/gto';

/** The stage of a lock that wrote a model's artifact, with what went in. @public */
export interface ModelProvenance {
  stage: string;
  declaredIn: string;
  command: string | undefined;
  inputs: { path: string; hash: DvcHash | undefined }[];
  params: Record<string, Json>;
}

/** A named version of a model, with what the commit says of it. @public */
export interface ModelVersion {
  version: string;
  commit: string;
  tag: string | undefined;
  /** ISO 8601 in UTC; of a descriptor's version there is none. */
  registeredAt: string | undefined;
  author: string | undefined;
  message: string | undefined;
  active: boolean;
  source: 'gto' | 'descriptor' | 'registered-model';
  artifact:
    | { path: string; hash: DvcHash | undefined; size: number | undefined }
    | undefined;
}

/**
 * A model by its name, from tags, descriptors and manifests together.
 * @public
 */
export interface Model {
  /** `dir:name`, or the bare name. */
  name: string;
  deprecated: boolean;
  description: string | undefined;
  type: string | undefined;
  labels: string[];
  latest: string | undefined;
  /** Newest first. */
  versions: ModelVersion[];
  stages: Record<string, GtoAssignment>;
  assignments: GtoAssignment[];
  /** Where the head says the model is. */
  artifactPath: string | undefined;
  /** The file whose metrics `mainMetric` and `thresholds` name; `undefined` is any. */
  metricsFile: string | undefined;
  mainMetric: { name: string; better: 'higher' | 'lower' } | undefined;
  featureService: string | undefined;
  thresholds: MetricThreshold[];
}
