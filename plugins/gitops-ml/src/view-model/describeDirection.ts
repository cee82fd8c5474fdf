import { MetricChoice } from './modelMetrics';

/** Which way is better, as declared; without a declaration no version is called best. */
export function describeDirection({ better, file }: MetricChoice): string {
  const direction =
    better === undefined
      ? 'no direction declared, so none is called best'
      : `${better} is better`;
  return `${direction} · ${file}`;
}
