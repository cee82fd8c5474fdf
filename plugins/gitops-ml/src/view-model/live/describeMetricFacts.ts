import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

type Metric = DeliveryView['analyses'][number]['metrics'][number];

/** What a metric is asked and how its answer is judged; only what is declared. */
export function describeMetricFacts(
  metric: Metric,
): { name: string; value: string }[] {
  const last = metric.measurements[metric.measurements.length - 1];
  const facts: [name: string, value: string | undefined][] = [
    ['Last value', last?.value],
    ['Succeeds if', metric.successCondition],
    ['Fails if', metric.failureCondition],
    [
      'Measured',
      metric.count === undefined
        ? `${metric.measurements.length}, without an end`
        : `${metric.measurements.length} of ${metric.count}`,
    ],
    ['Query', [metric.provider, metric.query].filter(Boolean).join(': ')],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
