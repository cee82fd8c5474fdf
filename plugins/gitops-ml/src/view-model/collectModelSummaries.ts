import {
  AssignmentView,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectMetricPoints } from './collectMetricPoints';
import { listMetrics, MetricChoice } from './modelMetrics';

/** A model in one row. */
export interface ModelSummary {
  id: string;
  model: ModelView;
  stages: AssignmentView[];
  /** The metric people look at first. */
  metric?: MetricChoice;
  /** Its known values, oldest version first. */
  values: number[];
}

export function collectModelSummaries(
  models: readonly ModelView[],
): ModelSummary[] {
  return models.map(model => {
    const metric: MetricChoice | undefined = listMetrics(model)[0];
    return {
      id: model.name,
      model,
      stages: Object.values(model.stages),
      metric,
      values: metric
        ? collectMetricPoints(model, metric).flatMap(({ value }) =>
            value === undefined ? [] : [value],
          )
        : [],
    };
  });
}
