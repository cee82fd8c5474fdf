import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { MetricChoice, readMetric } from './modelMetrics';

export interface MetricPoint {
  version: string;
  /** When it was registered, else when it was committed. */
  at: string;
  value: number | undefined;
  isBest: boolean;
}

function findBest(
  values: (number | undefined)[],
  better: MetricChoice['better'],
): number | undefined {
  const known = values.filter((value): value is number => value !== undefined);
  if (better === undefined || known.length === 0) return undefined;
  return better === 'higher' ? Math.max(...known) : Math.min(...known);
}

/**
 * A metric over the versions, oldest first. The best is marked only where a
 * direction is declared; of several that are equal, the oldest reached it.
 */
export function collectMetricPoints(
  model: ModelView,
  choice: MetricChoice,
): MetricPoint[] {
  const versions = [...model.versions].reverse();
  const values = versions.map(version => readMetric(version, choice));
  const best = findBest(values, choice.better);
  const bestIndex = best === undefined ? -1 : values.indexOf(best);
  return versions.map((version, index) => ({
    version: version.version,
    at: version.registeredAt ?? version.commit.date,
    value: values[index],
    isBest: index === bestIndex,
  }));
}
