import {
  EnvironmentView,
  FindingView,
  FleetResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { matchesSearch } from '../matchesSearch';
import { SortKey } from '../sortRows';
import { nameRunning } from './collectEnvironmentRows';
import { describeDeliveryStatus } from './describeDelivery';
import { sortFindings } from './describeFinding';

/** More columns than this are no table any more. @internal */
const MAX_ENVIRONMENTS = 6;

/** A component of the fleet. */
export interface FleetRow {
  id: string;
  title: string;
  owner?: string;
  environments: Map<string, EnvironmentView>;
  /** Environments that have no column. */
  others: EnvironmentView[];
  findings: FindingView[];
}

/** All components, and the environments that have a column. */
export interface Fleet {
  columns: string[];
  rows: FleetRow[];
}

/** The name without kind and namespace where these are the usual ones. */
function shortenRef(ref: string): string {
  return ref.replace(/^(component|group):/, '').replace(/^default\//, '');
}

/** The environments that most components have; of equal ones the first met comes first. */
function chooseColumns(rows: FleetResponse['rows']): string[] {
  const counts = new Map<string, number>();
  for (const { environments } of rows) {
    for (const { name } of environments) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_ENVIRONMENTS)
    .map(([name]) => name);
}

export function collectFleet({ rows }: Pick<FleetResponse, 'rows'>): Fleet {
  const columns = chooseColumns(rows);
  return {
    columns,
    rows: rows.map(({ entityRef, title, owner, environments, findings }) => ({
      id: entityRef,
      title: title ?? shortenRef(entityRef),
      owner: owner === undefined ? undefined : shortenRef(owner),
      environments: new Map(environments.map(one => [one.name, one])),
      others: environments.filter(({ name }) => !columns.includes(name)),
      findings: sortFindings(findings),
    })),
  };
}

export function searchFleet(rows: FleetRow[], search: string): FleetRow[] {
  return rows.filter(row =>
    matchesSearch(
      [
        row.id,
        row.title,
        row.owner,
        ...row.findings.map(({ id }) => id),
        ...[...row.environments.values()].flatMap(environment => [
          environment.name,
          nameRunning(environment),
          environment.delivery &&
            describeDeliveryStatus(environment.delivery).word,
        ]),
      ],
      search,
    ),
  );
}

/** By severity: the worst comes first when it descends. */
function weighFindings({ findings }: FleetRow): number {
  const count = (severity: string) =>
    findings.filter(one => one.severity === severity).length;
  return count('error') * 10_000 + count('warning') * 100 + count('info');
}

/** Sort keys of the table, with one per environment (`environment0` …). */
export function fleetSortKeys(
  columns: readonly string[],
): Record<string, (row: FleetRow) => SortKey> {
  const keys: Record<string, (row: FleetRow) => SortKey> = {
    component: row => row.title,
    owner: row => row.owner,
    findings: weighFindings,
  };
  columns.forEach((name, index) => {
    keys[`environment${index}`] = row => {
      const environment = row.environments.get(name);
      return environment && nameRunning(environment);
    };
  });
  return keys;
}
