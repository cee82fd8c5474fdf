import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DescribedStatus } from '../status';
import { describePhase } from './describePhase';

type Analysis = DeliveryView['analyses'][number];
type Metric = Analysis['metrics'][number];

const ENDED_BADLY = new Set(['Failed', 'Error', 'Inconclusive']);

/** Whether an analysis ended its delivery. */
export function hasEndedBadly(phase: string): boolean {
  return ENDED_BADLY.has(phase);
}

/**
 * A metric's verdict. A sibling that was stopped on its way when its run failed is
 * called `Successful` by the controller; it is shown as stopped.
 */
export function describeMetricPhase(
  run: Analysis,
  metric: Metric,
): DescribedStatus {
  const { measurements, count } = metric;
  if (measurements.length === 0 && !hasEndedBadly(metric.phase)) {
    return { status: 'absent', word: 'Not begun' };
  }
  const wasStopped =
    hasEndedBadly(run.phase) &&
    metric.phase === 'Successful' &&
    (count === undefined || measurements.length < count);
  if (!wasStopped) return describePhase(metric.phase, metric.message);
  const done =
    count === undefined
      ? ' with its'
      : ` after ${measurements.length} of ${count}`;
  return {
    status: 'absent',
    word: 'Stopped',
    reason: `Stopped${done} measurements when the analysis ended; the controller calls it Successful.`,
  };
}
