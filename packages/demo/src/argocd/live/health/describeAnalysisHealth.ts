import { HealthInput } from './contract';
import { Health, healthOf, HealthStatus } from './Health';

const phases: Record<string, { status: HealthStatus; message: string }> = {
  Pending: { status: 'Progressing', message: 'Analysis run is running' },
  Running: { status: 'Progressing', message: 'Analysis run is running' },
  Successful: {
    status: 'Healthy',
    message: 'Analysis run completed successfully',
  },
  Failed: { status: 'Degraded', message: 'Analysis run failed' },
  Error: { status: 'Degraded', message: 'Analysis run had an error' },
  Inconclusive: {
    status: 'Unknown',
    message: 'Analysis run was inconclusive',
  },
};

/** The health of an AnalysisRun (resource_customizations/argoproj.io/AnalysisRun/health.lua). */
export function describeAnalysisHealth({ status }: HealthInput): Health {
  const found = phases[status?.phase ?? ''];
  if (!found) {
    const message =
      'Waiting for analysis run to finish: status has not been reconciled.';
    return healthOf('Progressing', message);
  }
  return healthOf(
    found.status,
    found.status === 'Progressing'
      ? found.message
      : status?.message ?? found.message,
  );
}
