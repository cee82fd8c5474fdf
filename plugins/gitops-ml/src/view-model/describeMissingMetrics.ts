import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Why no version of a model has a metric, and what would give it one. */
export function describeMissingMetrics({
  versions,
}: Pick<ModelView, 'versions'>): string | undefined {
  if (versions.some(({ metrics }) => metrics.length > 0)) return undefined;
  const files = new Set(versions.flatMap(one => one.metricsInRemote));
  return files.size > 0
    ? `No metric can be shown: ${[...files].join(
        ', ',
      )} lies in the DVC remote, not in Git. Declare it with “cache: false”, and Git has its values.`
    : 'No metric can be shown: no metrics file is in Git at the commits of these versions. Declare one under “metrics” of a stage in dvc.yaml, with “cache: false”.';
}
