import { formatTime } from '../../clock/Clock';
import {
  AnalysisPhase,
  AnalysisRun,
  AnalysisRunStatus,
  Metric,
  MetricResult,
} from '../contract';
import { isCompleted } from './isCompleted';
import { isTerminating } from './isTerminating';
import { countOf, findCrossedLimit } from './limits';

// From the best to the worst. Source: utils/analysis/helpers.go `analysisStatusOrder`.
const ORDER: AnalysisPhase[] = [
  '',
  'Successful',
  'Running',
  'Pending',
  'Inconclusive',
  'Error',
  'Failed',
];

/** What a metric is once all its measurements are taken; undefined while more are to come. */
function assessEnd(
  metric: Metric,
  result: MetricResult,
): AnalysisPhase | undefined {
  const successes = Number(metric.consecutiveSuccessLimit ?? 0);
  if (successes > 0 && (result.consecutiveSuccess ?? 0) >= successes) {
    return 'Successful';
  }
  const count = countOf(metric);
  if (count === undefined || (result.count ?? 0) < count) return undefined;
  if (successes <= 0) return 'Successful';
  return Number(metric.failureLimit ?? 0) >= 0 ? 'Inconclusive' : 'Failed';
}

/** Source: analysis/analysis.go `assessMetricStatus`. */
function assessMetric(
  metric: Metric,
  result: MetricResult,
  terminating: boolean,
): AnalysisPhase {
  if (isCompleted(result.phase)) return result.phase;
  return (
    findCrossedLimit(metric, result)?.phase ??
    assessEnd(metric, result) ??
    (terminating ? 'Successful' : 'Running')
  );
}

interface Assessed {
  metric: Metric;
  result: MetricResult;
}

function assessMetrics(run: AnalysisRun): Assessed[] {
  const terminating = isTerminating(run);
  return run.spec.metrics.flatMap(metric => {
    const result = run.status?.metricResults?.find(
      ({ name }) => name === metric.name,
    );
    if (!result) return [];
    const phase = assessMetric(metric, result, terminating);
    const message = result.measurements?.at(-1)?.message;
    if (phase === result.phase) return [{ metric, result }];
    return [
      { metric, result: { ...result, phase, ...(message && { message }) } },
    ];
  });
}

function describeVerdict({ metric, result }: Assessed): string | undefined {
  const crossed = findCrossedLimit(metric, result);
  if (!crossed) return undefined;
  const verdict = `Metric "${metric.name}" assessed ${result.phase} due to ${crossed.reason}`;
  return result.message
    ? `${verdict}: "Error Message: ${result.message}"`
    : verdict;
}

function summarize(all: readonly Assessed[], count: number) {
  const finished = all.filter(({ result }) => isCompleted(result.phase));
  const number = (phase: AnalysisPhase) => {
    const { length } = finished.filter(({ result }) => result.phase === phase);
    return length > 0 ? length : undefined;
  };
  const summary = {
    count: count > 0 ? count : undefined,
    successful: number('Successful'),
    failed: number('Failed'),
    inconclusive: number('Inconclusive'),
    error: number('Error'),
  };
  return Object.fromEntries(
    Object.entries(summary).filter(([, value]) => value !== undefined),
  );
}

/** The worst of the metrics that count, and why. */
function findWorst(all: readonly Assessed[], fallback: string | undefined) {
  return all.reduce<{ phase: AnalysisPhase; message: string | undefined }>(
    (worst, each) => {
      const { phase } = each.result;
      if (ORDER.indexOf(phase) <= ORDER.indexOf(worst.phase)) return worst;
      return { phase, message: describeVerdict(each) ?? worst.message };
    },
    { phase: '', message: fallback },
  );
}

function describeEnd(
  run: AnalysisRun,
  all: readonly Assessed[],
): { phase: AnalysisPhase; message: string | undefined } {
  const dry = new Set(run.spec.dryRun?.map(each => each.metricName));
  const counted = all.filter(
    ({ metric, result }) => !dry.has(metric.name) && isCompleted(result.phase),
  );
  const fallback = run.spec.terminate ? 'Run Terminated' : undefined;
  const worst = findWorst(counted, fallback);
  const isDone =
    all.length === run.spec.metrics.length &&
    all.every(({ result }) => isCompleted(result.phase));
  if (isTerminating(run) || (isDone && worst.phase === '')) {
    return { ...worst, phase: worst.phase || 'Successful' };
  }
  return isDone ? worst : { phase: 'Running', message: undefined };
}

/**
 * What a run's measurements say so far. Where a metric fails, one look more
 * ends the others.
 * Source: analysis/analysis.go `assessRunStatus`.
 */
export function assessRun(run: AnalysisRun, now: number): AnalysisRunStatus {
  const before = run.status ?? { phase: '' };
  const all = assessMetrics(run);
  const { phase, message } = describeEnd(run, all);
  const dry = new Set(run.spec.dryRun?.map(each => each.metricName));
  const counted = all.filter(({ metric }) => !dry.has(metric.name));
  const time = formatTime(now);
  const byName = new Map(all.map(({ result }) => [result.name, result]));
  return {
    ...before,
    phase,
    startedAt: before.startedAt ?? time,
    ...(message && { message }),
    ...(isCompleted(phase) && { completedAt: before.completedAt ?? time }),
    metricResults: (before.metricResults ?? []).map(
      result => byName.get(result.name) ?? result,
    ),
    runSummary: summarize(counted, run.spec.metrics.length - dry.size),
    dryRunSummary: summarize(
      all.filter(({ metric }) => dry.has(metric.name)),
      dry.size,
    ),
  };
}
