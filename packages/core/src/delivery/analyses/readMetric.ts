import { AnalysisMetric } from '../Delivery';
import { Fields } from '../Fields';
import { redactText } from '../redact';
import { describeProvider } from './describeProvider';
import { ResolveArguments } from './readArguments';

/** The newest ones of a metric that are kept. */
const MOST_MEASUREMENTS = 200;
const LONGEST_VALUE = 1_024;

interface MetricInput {
  metric: Fields;
  /** Its entry of `status.metricResults`, once it has begun. */
  result: Fields | undefined;
  resolve: ResolveArguments;
  isDryRun: boolean;
  isRunOver: boolean;
  isRunPassed: boolean;
}

/**
 * A metric of a run, with what it measured and its limits, by the defaults of the controller.
 * Source: assessMetricStatus, analysis/analysis.go; analysis_types.go.
 */
export function readMetric(input: MetricInput): AnalysisMetric {
  const { metric, result, resolve } = input;
  const limit = (key: string, fallback: number) =>
    readLimit(metric, key, resolve) ?? fallback;
  const tally = (key: string) => result?.count(key) ?? 0;
  const count = readEffectiveCount(metric, resolve);
  const consecutiveSuccessLimit =
    limit('consecutiveSuccessLimit', 0) || undefined;
  const consecutiveSuccesses = tally('consecutiveSuccess');
  const isComplete =
    (count !== undefined && tally('count') >= count) ||
    (consecutiveSuccessLimit !== undefined &&
      consecutiveSuccesses >= consecutiveSuccessLimit);
  return {
    name: metric.text('name') ?? '',
    phase: resolvePhase(input, isComplete),
    successful: tally('successful'),
    failed: tally('failed'),
    inconclusive: tally('inconclusive'),
    error: tally('error'),
    limit: limit('failureLimit', 0),
    inconclusiveLimit: limit('inconclusiveLimit', 0),
    consecutiveErrorLimit: limit('consecutiveErrorLimit', 4),
    consecutiveErrors: tally('consecutiveError'),
    consecutiveSuccessLimit,
    consecutiveSuccesses,
    count,
    successCondition: readCondition(metric, 'successCondition', resolve),
    failureCondition: readCondition(metric, 'failureCondition', resolve),
    ...describeProvider(metric.map('provider'), resolve),
    message: redactText(result?.text('message') ?? ''),
    dryRun: input.isDryRun || (result?.flag('dryRun') ?? false),
    measurements: readMeasurements(result),
  };
}

/** A sibling that failed ends the others: the controller then calls them successful. */
function resolvePhase(
  { result, isRunOver, isRunPassed }: MetricInput,
  isComplete: boolean,
): string {
  const phase = result?.text('phase') || 'Pending';
  const isCut =
    phase === 'Successful' ? !isRunPassed && !isComplete : phase === 'Pending';
  return isRunOver && isCut ? 'Stopped' : phase;
}

/** None + no interval measures once, none + an interval until the run ends. */
function readEffectiveCount(
  metric: Fields,
  resolve: ResolveArguments,
): number | undefined {
  const count = readLimit(metric, 'count', resolve) ?? 0;
  if (count > 0) return count;
  return metric.has('interval') ? undefined : 1;
}

/** A number, or a text of one: the controller reads other texts as 0. */
function readLimit(
  metric: Fields,
  key: string,
  resolve: ResolveArguments,
): number | undefined {
  const value = metric.raw(key);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (typeof value === 'string') {
    const text = resolve(value);
    return /^-?\d{1,9}$/.test(text) ? Number(text) : 0;
  }
  metric.refuse(key, 'a whole number');
  return undefined;
}

function readCondition(
  metric: Fields,
  key: string,
  resolve: ResolveArguments,
): string | undefined {
  const condition = metric.text(key);
  return condition === undefined ? undefined : redactText(resolve(condition));
}

function readMeasurements(
  result: Fields | undefined,
): AnalysisMetric['measurements'] {
  const measurements = result?.maps('measurements') ?? [];
  return measurements.slice(-MOST_MEASUREMENTS).map(measurement => ({
    phase: measurement.text('phase') ?? '',
    value: readValue(measurement),
    message: redactText(measurement.text('message') ?? ''),
    startedAt: measurement.time('startedAt'),
    finishedAt: measurement.time('finishedAt'),
  }));
}

function readValue(measurement: Fields): string | undefined {
  const value = measurement.text('value');
  return value === undefined
    ? undefined
    : redactText(value.slice(0, LONGEST_VALUE));
}
