import { Fields } from '../Fields';
import { Metadata } from '../readMetadata';
import { redactText } from '../redact';
import { AnalysisRun } from './AnalysisRun';
import { readArguments } from './readArguments';
import { readMetric } from './readMetric';

/**
 * An AnalysisRun's fields.
 * Source: argo-rollouts pkg/apis/rollouts/v1alpha1/analysis_types.go (1.10).
 */
export function readAnalysisRun(
  object: Fields,
  metadata: Metadata,
): AnalysisRun {
  const spec = object.map('spec');
  const status = object.map('status');
  const results = status.maps('metricResults');
  const resolve = readArguments(spec.maps('args'));
  const dryRuns = spec.maps('dryRun').map(each => each.text('metricName'));
  const phase = status.text('phase') || 'Pending';
  const isTerminated = spec.flag('terminate');
  const { labels } = metadata;
  return {
    metadata,
    type: labels.get('rollout-type') ?? '',
    stepIndex: parseIndex(labels.get('step-index')),
    hash: labels.get('rollouts-pod-template-hash'),
    phase,
    message: redactText(status.text('message') ?? ''),
    startedAt: status.time('startedAt'),
    completedAt: status.time('completedAt'),
    isTerminated,
    metrics: spec.maps('metrics').map(metric => {
      const name = metric.text('name') ?? '';
      return readMetric({
        metric,
        result: results.find(each => each.raw('name') === name),
        resolve,
        isDryRun: dryRuns.some(dry => dry === name || dry === '*'),
        isRunOver: isTerminated || (phase !== 'Pending' && phase !== 'Running'),
        isRunPassed: !isTerminated && phase === 'Successful',
      });
    }),
  };
}

function parseIndex(label: string | undefined): number | undefined {
  return label !== undefined && /^\d{1,6}$/.test(label)
    ? Number(label)
    : undefined;
}
