import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { hasEndedBadly } from './describeMetricPhase';
import { describeStepPosition } from './describeDelivery';

type Analysis = DeliveryView['analyses'][number];
type Metric = Analysis['metrics'][number];

/** Why a delivery is not well: the cause, then the object, then the tool's own words. */
interface WhyNot {
  title: string;
  /** Where it stands in what. */
  place?: string;
  /** The provider's sentence. */
  words?: string;
}

const COUNTS: Record<string, (metric: Metric) => string> = {
  Failed: metric => describeLimit(metric.failed, 'failed', metric.limit),
  Inconclusive: metric =>
    describeLimit(
      metric.inconclusive,
      'inconclusive',
      metric.inconclusiveLimit,
    ),
  Error: metric =>
    describeLimit(
      metric.consecutiveErrors ?? metric.error,
      'errors',
      metric.consecutiveErrorLimit,
    ),
};

function describeLimit(
  count: number,
  what: string,
  limit: number | undefined,
): string {
  return `${count} ${what}${limit === undefined ? '' : ` > limit ${limit}`}`;
}

function findCulprit(
  analyses: readonly Analysis[],
): { run: Analysis; metric: Metric } | undefined {
  const bad = analyses
    .filter(({ phase }) => hasEndedBadly(phase))
    .sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''));
  for (const run of bad) {
    const metric = run.metrics.find(
      one => !one.dryRun && one.phase === run.phase,
    );
    if (metric) return { run, metric };
  }
  return undefined;
}

const VERDICTS: Record<string, string> = {
  Failed: 'failed',
  Error: 'could not be measured',
  Inconclusive: 'was inconclusive',
};

function describeMeasured({ measurements, ...metric }: Metric): string {
  const last = measurements[measurements.length - 1];
  if (last?.value === undefined)
    return last?.message ? `: ${last.message}` : '';
  return metric.successCondition === undefined
    ? `: last value ${last.value}`
    : `: last value ${last.value}, wanted ${metric.successCondition}`;
}

function describePlace(delivery: DeliveryView, run?: Analysis) {
  const { reached } = delivery;
  const at = describeStepPosition(reached ?? delivery.step);
  return [
    at && `at ${at}${reached?.inferred ? ' (inferred)' : ''}`,
    run && `analysis ${run.name}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function isWell({ phase, aborted, paused }: DeliveryView): boolean {
  if (aborted || phase === 'Degraded') return false;
  return !paused?.reason.startsWith('Inconclusive');
}

/** The line above everything else when a delivery is not well. */
export function describeWhyNot(delivery: DeliveryView): WhyNot | undefined {
  if (isWell(delivery)) return undefined;
  const candidate = delivery.revisions.find(({ role }) => role === 'candidate');
  const culprit = findCulprit(
    delivery.analyses.filter(
      ({ hash }) => !hash || !candidate || hash === candidate.hash,
    ),
  );
  const words = delivery.message || undefined;
  const verb = delivery.aborted ? 'Aborted' : delivery.phase;
  if (!culprit) {
    return { title: verb, place: describePlace(delivery), words };
  }
  const { metric, run } = culprit;
  const counts = COUNTS[metric.phase]?.(metric);
  return {
    title: `${verb} because ${metric.name} ${
      VERDICTS[metric.phase] ?? metric.phase
    } (${counts})${describeMeasured(metric)}`,
    place: describePlace(delivery, run),
    words,
  };
}
