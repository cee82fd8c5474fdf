import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
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

function isIn({ delivery }: EnvironmentView, ...wanted: string[]): boolean {
  return (
    delivery !== undefined &&
    wanted.includes(describeDeliveryStatus(delivery).status)
  );
}

const isRolling = (one: EnvironmentView) => isIn(one, 'progressing', 'paused');

const isAborted = (one: EnvironmentView) => isIn(one, 'failed', 'degraded');

const isSilent = ({ argocd, kubernetes }: EnvironmentView) =>
  argocd.status !== 'ok' || kubernetes.status !== 'ok';

const environmentsOf = (row: FleetRow) => [...row.environments.values()];

export function countFleet(rows: readonly FleetRow[]): FleetTotals {
  const environments = rows.flatMap(environmentsOf);
  return {
    rolling: environments.filter(isRolling).length,
    aborted: environments.filter(isAborted).length,
    silent: environments.filter(isSilent).length,
    errors: rows
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === 'error').length,
  };
}

/** Parts of the fleet that one can look at alone, by the word in the URL. */
export const FLEET_FILTERS = [
  { id: 'rolling', name: 'under way', wants: isRolling },
  { id: 'aborted', name: 'aborted or degraded', wants: isAborted },
  { id: 'silent', name: 'not answering', wants: isSilent },
] as const;

/** The components of which an environment is as the filter wants; all of them for a word that is none. */
export function filterFleet(
  rows: FleetRow[],
  filter: string | undefined,
): FleetRow[] {
  if (filter === 'findings') {
    return rows.filter(({ findings }) => findings.length > 0);
  }
  const found = FLEET_FILTERS.find(({ id }) => id === filter);
  return found
    ? rows.filter(row => environmentsOf(row).some(found.wants))
    : rows;
}
