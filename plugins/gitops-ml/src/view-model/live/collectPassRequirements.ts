import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

type Metric = DeliveryView['analyses'][number]['metrics'][number];

/** One thing that a metric must keep, and how it stands. */
export interface PassRequirement {
  id: 'failures' | 'inconclusive' | 'errors';
  what: string;
  count: number;
  /** Absent where nobody said it. */
  limit: number | undefined;
  verdict: 'kept' | 'exceeded' | 'unknown';
}

function judge(count: number, limit: number | undefined) {
  if (limit === undefined) return 'unknown';
  return count > limit ? 'exceeded' : 'kept';
}

/** A metric's counts against their limits; more than the limit ends the analysis. */
export function collectPassRequirements(metric: Metric): PassRequirement[] {
  const rows: Omit<PassRequirement, 'verdict'>[] = [
    {
      id: 'failures',
      what: 'failures',
      count: metric.failed,
      limit: metric.limit,
    },
    {
      id: 'inconclusive',
      what: 'inconclusive',
      count: metric.inconclusive,
      limit: metric.inconclusiveLimit,
    },
    {
      id: 'errors',
      what:
        metric.consecutiveErrors === undefined ? 'errors' : 'errors in a row',
      count: metric.consecutiveErrors ?? metric.error,
      limit: metric.consecutiveErrorLimit,
    },
  ];
  return rows.map(row => ({ ...row, verdict: judge(row.count, row.limit) }));
}
