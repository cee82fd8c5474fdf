import { AnalysisRun, Metric } from '../contract';

const ARGUMENT = /\{\{\s*args\.([\w-]+)\s*\}\}/g;

/** Puts the run's arguments into all texts of a metric. Undefined names the argument that is missing. */
export function resolveMetric(
  metric: Metric,
  args: AnalysisRun['spec']['args'] = [],
): { metric: Metric } | { missing: string } {
  const values = new Map(args.map(({ name, value }) => [name, value]));
  let missing: string | undefined;
  const replace = (text: string) =>
    text.replace(ARGUMENT, (whole, name: string) => {
      const value = values.get(name);
      if (value === undefined) missing ??= name;
      return value ?? whole;
    });
  const conditions = {
    ...(metric.successCondition !== undefined && {
      successCondition: replace(metric.successCondition),
    }),
    ...(metric.failureCondition !== undefined && {
      failureCondition: replace(metric.failureCondition),
    }),
  };
  const provider: Metric['provider'] = JSON.parse(
    JSON.stringify(metric.provider),
    (_key, value: unknown) =>
      typeof value === 'string' ? replace(value) : value,
  );
  return missing === undefined
    ? { metric: { ...metric, ...conditions, provider } }
    : { missing };
}
