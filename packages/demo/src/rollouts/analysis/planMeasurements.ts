import { AnalysisRun, Metric } from '../contract';
import { parseDuration } from '../../clock/parseDuration';
import { isCompleted } from './isCompleted';
import { isTerminating } from './isTerminating';
import { countOf, intervalOf } from './limits';

/**
 * When a metric is to be measured next, in milliseconds of the Unix time;
 * undefined where it isn't any more.
 */
function findNext(
  run: AnalysisRun,
  metric: Metric,
  now: number,
): number | undefined {
  const result = run.status?.metricResults?.find(
    ({ name }) => name === metric.name,
  );
  const last = result?.measurements?.at(-1);
  if (!result || !last?.finishedAt) {
    const started = run.status?.startedAt;
    const delay = parseDuration(metric.initialDelay ?? 0) ?? 0;
    return (started ? Date.parse(started) : now) + delay;
  }
  const count = countOf(metric);
  if (isCompleted(result.phase)) return undefined;
  if (count !== undefined && (result.count ?? 0) >= count) return undefined;
  return (
    Date.parse(last.finishedAt) + intervalOf(metric, last.phase === 'Error')
  );
}

/**
 * The metrics to be measured now, and when to look again.
 * Source: analysis/analysis.go `generateMetricTasks`, `calculateNextReconcileTime`.
 */
export function planMeasurements(
  run: AnalysisRun,
  now: number,
): { due: Metric[]; next: number | undefined } {
  if (isCompleted(run.status?.phase) || isTerminating(run)) {
    return { due: [], next: undefined };
  }
  const times = run.spec.metrics.flatMap(metric => {
    const at = findNext(run, metric, now);
    return at === undefined ? [] : [{ metric, at }];
  });
  const later = times.filter(({ at }) => at > now).map(({ at }) => at);
  return {
    due: times.filter(({ at }) => at <= now).map(({ metric }) => metric),
    next: later.length > 0 ? Math.min(...later) : undefined,
  };
}
