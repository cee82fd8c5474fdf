import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { Absent } from '../components/Absent/Absent';
import { NameList } from '../components/NameList/NameList';
import { Fleet, FleetRow } from '../view-model/live/collectFleetRows';
import { FleetFindings } from './FleetFindings';
import { FleetPlace } from './FleetPlace';

type Column = ColumnConfig<FleetRow>;

/** Leads to the overview of a component. */
type HrefOf = (row: FleetRow, state?: { finding: string }) => string;

const componentColumn = (hrefOf: HrefOf): Column => ({
  id: 'component',
  label: 'Component',
  isRowHeader: true,
  isSortable: true,
  defaultWidth: '2fr',
  minWidth: 180,
  cell: row => (
    <CellText title={row.title} description={row.owner} href={hrefOf(row)} />
  ),
});

const environmentColumn = (name: string, index: number): Column => ({
  id: `environment${index}`,
  label: name,
  isSortable: true,
  defaultWidth: '1.5fr',
  minWidth: 150,
  cell: row => {
    const environment = row.environments.get(name);
    return (
      <Cell>
        {environment ? (
          <FleetPlace environment={environment} />
        ) : (
          <Absent what={`It has no environment ${name}.`} />
        )}
      </Cell>
    );
  },
});

const othersColumn: Column = {
  id: 'others',
  label: 'Elsewhere',
  minWidth: 110,
  cell: row => (
    <Cell>
      <NameList
        names={row.others.map(({ name }) => name)}
        none="It has no other environment."
      />
    </Cell>
  ),
};

const findingsColumn = (hrefOf: HrefOf): Column => ({
  id: 'findings',
  label: 'Findings',
  isSortable: true,
  defaultWidth: '1.5fr',
  minWidth: 150,
  cell: row => (
    <Cell>
      <FleetFindings
        findings={row.findings}
        hrefOf={finding => hrefOf(row, { finding })}
      />
    </Cell>
  ),
});

/** The columns of the fleet, with one per environment. */
export function fleetColumns(fleet: Fleet, hrefOf: HrefOf): Column[] {
  return [
    componentColumn(hrefOf),
    // Before the environments: what is wrong is in sight however many there are.
    findingsColumn(hrefOf),
    ...fleet.columns.map(environmentColumn),
    ...(fleet.rows.some(({ others }) => others.length > 0)
      ? [othersColumn]
      : []),
  ];
}
