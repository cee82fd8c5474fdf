import { FleetRow } from './collectFleetRows';
import { describeDeliveryStatus } from './describeDelivery';

/** What the header says of all components. */
interface FleetTotals {
  rolling: number;
  aborted: number;
  /** Environments whose cluster or Argo CD does not answer as it should. */
  silent: number;
  errors: number;
}

export function countFleet(rows: readonly FleetRow[]): FleetTotals {
  const environments = rows.flatMap(row => [...row.environments.values()]);
  const statuses = environments.flatMap(({ delivery }) =>
    delivery ? [describeDeliveryStatus(delivery).status] : [],
  );
  const count = (...wanted: string[]) =>
    statuses.filter(status => wanted.includes(status)).length;
  return {
    rolling: count('progressing', 'paused'),
    aborted: count('failed', 'degraded'),
    silent: environments.filter(
      ({ argocd, kubernetes }) =>
        argocd.status !== 'ok' || kubernetes.status !== 'ok',
    ).length,
    errors: rows
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === 'error').length,
  };
}
