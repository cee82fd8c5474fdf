import { Metric, MetricResult } from '../contract';
import { parseDuration } from '../../clock/parseDuration';

const DEFAULT_CONSECUTIVE_ERRORS = 4;
const DEFAULT_RETRY_MS = 10_000;

/** How many measurements make a metric; undefined: as long as the run lasts. */
export function countOf({ count, interval }: Metric): number | undefined {
  if (count !== undefined && Number(count) > 0) return Number(count);
  return interval === undefined ? 1 : undefined;
}

/** Milliseconds between two measurements, or before another try after an error. */
export function intervalOf(metric: Metric, hadError: boolean): number {
  if (hadError || metric.interval === undefined) return DEFAULT_RETRY_MS;
  return parseDuration(metric.interval) ?? DEFAULT_RETRY_MS;
}

/** A limit that a metric has crossed. */
interface Crossed {
  phase: 'Failed' | 'Inconclusive' | 'Error';
  reason: string;
}

/** Source: analysis/analysis.go `assessMetricFailureInconclusiveOrError`; the last one crossed holds. */
export function findCrossedLimit(
  metric: Metric,
  result: MetricResult,
): Crossed | undefined {
  const failureLimit = Number(metric.failureLimit ?? 0);
  const inconclusiveLimit = Number(metric.inconclusiveLimit ?? 0);
  const errorLimit = Number(
    metric.consecutiveErrorLimit ?? DEFAULT_CONSECUTIVE_ERRORS,
  );
  const { failed = 0, inconclusive = 0, consecutiveError = 0 } = result;
  if (consecutiveError > errorLimit) {
    return {
      phase: 'Error',
      reason: `consecutiveErrors (${consecutiveError}) > consecutiveErrorLimit (${errorLimit})`,
    };
  }
  if (inconclusive > inconclusiveLimit) {
    return {
      phase: 'Inconclusive',
      reason: `inconclusive (${inconclusive}) > inconclusiveLimit (${inconclusiveLimit})`,
    };
  }
  if (failureLimit >= 0 && failed > failureLimit) {
    return {
      phase: 'Failed',
      reason: `failed (${failed}) > failureLimit (${failureLimit})`,
    };
  }
  return undefined;
}
