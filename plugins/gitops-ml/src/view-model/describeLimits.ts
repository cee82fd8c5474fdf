import { formatMetric } from './formatMetric';
import { MetricReading } from './modelMetrics';

/** `≥ 0.9, met`; `—` where the descriptor sets no limit. */
export function describeLimits({
  choice,
  withinLimits,
}: MetricReading): string {
  const { min, max } = choice;
  const parts = [
    min === undefined ? undefined : `≥ ${formatMetric(min)}`,
    max === undefined ? undefined : `≤ ${formatMetric(max)}`,
  ].filter(Boolean);
  if (parts.length === 0) return '—';
  const limits = parts.join(' and ');
  if (withinLimits === undefined) return limits;
  return `${limits}, ${withinLimits ? 'met' : 'missed'}`;
}
