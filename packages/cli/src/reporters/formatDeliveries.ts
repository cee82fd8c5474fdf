import {
  AnalysisMetric,
  Delivery,
  DeliveryAnalysis,
  DeliveryRevision,
  DeliveryStep,
} from '@gitops-ml/core';
import { Column, formatTable } from './formatTable';
import { formatDuration, NONE, UNKNOWN } from './formatValues';
import { plainText } from './plainText';
import { TextStyle } from './TextStyle';

const MARKS: Record<DeliveryStep['state'], string> = {
  done: '✓',
  current: '●',
  later: '○',
  failed: '✗',
  stopped: '■',
  unknown: UNKNOWN,
};

const STEP_COLUMNS: Column<DeliveryStep>[] = [
  { title: '', cell: ({ state }) => MARKS[state] },
  { title: 'STEP', cell: ({ index }) => String(index), align: 'right' },
  { title: 'KIND', cell: ({ kind }) => kind },
  { title: 'VALUE', cell: formatStepValue },
  {
    title: 'STATE',
    cell: ({ state }) => (state === 'later' ? '' : state),
  },
];

const REVISION_COLUMNS: Column<DeliveryRevision>[] = [
  {
    title: 'REVISION',
    cell: ({ number }) => (number === undefined ? UNKNOWN : String(number)),
    align: 'right',
  },
  { title: 'ROLE', cell: ({ role }) => role },
  { title: 'HASH', cell: ({ hash }) => hash || NONE },
  {
    title: 'READY',
    cell: ({ ready, desired }) => `${ready}/${desired}`,
    align: 'right',
  },
  { title: 'MODEL', cell: each => each.modelVersionLabel ?? '' },
  { title: 'IMAGES', cell: ({ images }) => images.join(', ') },
];

interface MetricRow {
  analysis: DeliveryAnalysis;
  metric: AnalysisMetric;
}

const METRIC_COLUMNS: Column<MetricRow>[] = [
  { title: 'ANALYSIS', cell: ({ analysis }) => analysis.name },
  { title: 'TYPE', cell: ({ analysis }) => formatType(analysis) },
  { title: 'METRIC', cell: ({ metric }) => metric.name },
  {
    title: 'PHASE',
    cell: ({ metric }) => metric.phase + (metric.dryRun ? ' (dry run)' : ''),
  },
  {
    title: 'PASSED',
    cell: ({ metric }) => `${metric.successful}/${metric.count ?? '∞'}`,
    align: 'right',
  },
  {
    title: 'FAILED',
    cell: ({ metric }) => formatTally(metric.failed, metric.limit),
  },
  {
    title: 'INCONCLUSIVE',
    cell: ({ metric }) =>
      formatTally(metric.inconclusive, metric.inconclusiveLimit),
  },
  {
    title: 'ERRORS IN A ROW',
    cell: ({ metric }) =>
      formatTally(metric.consecutiveErrors, metric.consecutiveErrorLimit),
  },
  {
    title: 'LAST VALUE',
    cell: ({ metric }) => metric.measurements.at(-1)?.value ?? '',
  },
  { title: 'PASSES IF', cell: each => each.metric.successCondition ?? '' },
];

/** `gitops-ml delivery` for people. */
export function formatDeliveries(
  deliveries: readonly Delivery[],
  style: TextStyle,
): string {
  return deliveries
    .map(delivery => formatDelivery(delivery, style))
    .join('\n\n\n');
}

function formatDelivery(delivery: Delivery, style: TextStyle): string {
  const { steps, revisions, analyses } = delivery;
  const rows = analyses.flatMap(analysis =>
    analysis.metrics.map(metric => ({ analysis, metric })),
  );
  return [
    formatHead(delivery, style),
    steps.length > 0 ? formatTable(steps, STEP_COLUMNS, style) : '',
    revisions.length > 0 ? formatTable(revisions, REVISION_COLUMNS, style) : '',
    rows.length > 0 ? formatTable(rows, METRIC_COLUMNS, style) : '',
    formatActions(delivery),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

function formatHead(delivery: Delivery, style: TextStyle): string {
  const { kind, namespace, name, phase, message, strategy } = delivery;
  const title = style.heading(plainText(`${kind} ${namespace}/${name}`));
  const word = markPhase(phase, style)(plainText(phase));
  const lines = [
    plainText(message),
    formatStep(delivery),
    formatWeight(delivery),
    formatPause(delivery),
    formatReplicas(delivery),
  ];
  return [
    `${title}  ${word}${strategy === undefined ? '' : `  ${strategy}`}`,
    ...lines.filter(line => line !== '').map(line => `  ${line}`),
  ].join('\n');
}

function markPhase(phase: string, style: TextStyle): TextStyle['good'] {
  if (phase === 'Healthy') return style.good;
  return phase === 'Degraded' ? style.error : style.warning;
}

function formatStep({ step, reached, steps, aborted }: Delivery): string {
  if (steps.length === 0) return '';
  if (aborted) {
    if (!reached) return 'aborted; how far it came is not known';
    const how = reached.inferred ? ' (inferred)' : '';
    return `aborted at step ${reached.index}/${reached.count}${how}`;
  }
  return step ? `step ${step.index}/${step.count}` : `step ${UNKNOWN}`;
}

function formatWeight(delivery: Delivery): string {
  const { weight, maxWeight, weightMeans, strategy } = delivery;
  if (strategy !== 'canary') return '';
  if (!weight) return `weight ${UNKNOWN}`;
  const of = maxWeight === 100 ? ' %' : ` of ${maxWeight}`;
  const what =
    weightMeans === 'traffic' ? 'share of traffic' : 'share of available pods';
  return `weight ${weight.actual}${of} actual, ${weight.desired}${of} wanted (${what})`;
}

function formatPause({ paused }: Delivery): string {
  if (!paused) return '';
  const { reason, since, remainingSeconds } = paused;
  const parts = [
    `paused: ${reason}`,
    since === undefined ? '' : `since ${since}`,
    remainingSeconds === undefined
      ? 'until somebody promotes it'
      : `${formatDuration(remainingSeconds)} left`,
  ];
  return plainText(parts.filter(part => part !== '').join(', '));
}

function formatReplicas({ replicas }: Delivery): string {
  const { desired, current, updated, ready, available } = replicas;
  return `pods: ${
    desired ?? UNKNOWN
  } desired, ${current} current, ${updated} updated, ${ready} ready, ${available} available`;
}

function formatStepValue({ kind, value }: DeliveryStep): string {
  if (kind === 'pause') return formatPauseValue(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function formatPauseValue(value: unknown): string {
  const hasDuration =
    typeof value === 'object' && value !== null && 'duration' in value;
  return hasDuration ? String(value.duration) : 'until promoted';
}

function formatType({ type, stepIndex }: DeliveryAnalysis): string {
  return stepIndex === undefined ? type : `${type} ${stepIndex}`;
}

function formatTally(count: number, limit: number): string {
  return limit < 0 ? `${count} (any)` : `${count} (limit ${limit})`;
}

function formatActions({ actions }: Delivery): string {
  return actions
    .filter(({ allowed }) => allowed)
    .map(({ id, reason }) => plainText(`${id}: ${reason}`))
    .join('\n');
}
