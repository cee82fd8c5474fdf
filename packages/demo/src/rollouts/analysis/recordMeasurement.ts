import { Measurement, MetricResult } from '../contract';

const KEPT_MEASUREMENTS = 10;

const positive = (count: number | undefined) =>
  count !== undefined && count > 0 ? count : undefined;

/** Absent where it would say nothing, as Go writes it. */
const compact = (result: MetricResult): MetricResult => {
  const { name, phase, ...rest } = result;
  return {
    name,
    phase,
    ...Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ),
  };
};

/**
 * A metric's result with one measurement more.
 * Source: analysis/analysis.go `runMeasurements`, `garbageCollectMeasurements`.
 */
export function recordMeasurement(
  result: MetricResult,
  measurement: Measurement,
): MetricResult {
  const { phase } = measurement;
  const plusOne = (count: number | undefined, counts: boolean) =>
    positive((count ?? 0) + (counts ? 1 : 0));
  const isError = phase === 'Error';
  return compact({
    ...result,
    count: plusOne(result.count, !isError),
    successful: plusOne(result.successful, phase === 'Successful'),
    failed: plusOne(result.failed, phase === 'Failed'),
    inconclusive: plusOne(result.inconclusive, phase === 'Inconclusive'),
    error: plusOne(result.error, isError),
    consecutiveError: isError
      ? plusOne(result.consecutiveError, true)
      : undefined,
    consecutiveSuccess:
      phase === 'Successful'
        ? plusOne(result.consecutiveSuccess, true)
        : undefined,
    measurements: [...(result.measurements ?? []), measurement].slice(
      -KEPT_MEASUREMENTS,
    ),
  });
}
