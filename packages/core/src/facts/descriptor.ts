import { SourceSpot } from './dvc';

/** A limit on a metric, in a model's descriptor. @public */
export interface MetricThreshold {
  metric: string;
  min: number | undefined;
  max: number | undefined;
}

/**
 * `models/<model>.yaml`: what a model is made of and must reach. Its paths are
 * written relative to the folder that holds `models`.
 * Its JSON schema is published as `schemas/model.schema.json`.
 * @public
 */
export interface ModelDescriptorFacts {
  kind: 'model-descriptor';
  path: string;
  /** The folder that holds `models`, `''` for the root. */
  folder: string;
  name: string;
  description: string | undefined;
  /** The repository's path of the artifact. */
  artifact: string | undefined;
  featureService: string | undefined;
  /** The repository's path of the metrics file. */
  metrics: string | undefined;
  thresholds: MetricThreshold[];
  /** Which metric people look at first, and which direction is better. */
  mainMetric: { name: string; better: 'higher' | 'lower' } | undefined;
  driftBaseline: string | undefined;
  declaredIn: SourceSpot;
}

/** `gitops-ml.yaml`: which template made the repository, and its layout. @public */
export interface GitopsMlFileFacts {
  kind: 'gitops-ml-file';
  path: string;
  template: { name: string; version: string } | undefined;
  environments: {
    name: string;
    instance: string | undefined;
    cluster: string | undefined;
    namespace: string | undefined;
    overlay: string | undefined;
    revision: string | undefined;
  }[];
}
