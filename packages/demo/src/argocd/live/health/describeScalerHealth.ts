import { HealthInput } from './contract';
import { Health, healthOf } from './Health';

const failures: Record<string, readonly string[]> = {
  AbleToScale: ['FailedGetScale', 'FailedUpdateScale'],
  ScalingActive: [
    'FailedGetResourceMetric',
    'FailedGetObjectMetric',
    'FailedGetPodsMetric',
    'FailedGetExternalMetric',
    'FailedComputeMetricsReplicas',
    'InvalidSelector',
  ],
};

/** The health of a HorizontalPodAutoscaler (health_hpa.go). */
export function describeScalerHealth({ status }: HealthInput): Health {
  const conditions = status?.conditions ?? [];
  const failed = conditions.find(({ type, reason = '' }) =>
    failures[type]?.includes(reason),
  );
  if (failed) return healthOf('Degraded', failed.message);
  const scales = conditions.find(
    condition =>
      ['AbleToScale', 'ScalingLimited'].includes(condition.type) &&
      condition.status === 'True',
  );
  return scales
    ? healthOf('Healthy', scales.message)
    : healthOf('Progressing', 'Waiting to Autoscale');
}
