import { useMemo } from 'react';
import { FleetResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { TableCard } from '../components/TableCard/TableCard';
import { SimulatedNotice } from '../components/SimulatedNotice/SimulatedNotice';
import { useEntityHref } from '../hooks/useEntityHref';
import {
  collectFleet,
  FleetRow,
  fleetSortKeys,
  searchFleet,
} from '../view-model/live/collectFleetRows';
import { fleetColumns } from './fleetColumns';
import { FleetEmpty } from './FleetEmpty';
import { FleetStats } from './FleetStats';

/** Components by environments: what runs, what is rolling, what is wrong. */
export const FleetView = ({ value }: { value: FleetResponse }) => {
  const fleet = useMemo(() => collectFleet(value), [value]);
  const entityHref = useEntityHref();
  const hrefOf = useMemo(
    () => (row: FleetRow) => entityHref(row.id, 'ml-overview'),
    [entityHref],
  );
  const columns = useMemo(() => fleetColumns(fleet, hrefOf), [fleet, hrefOf]);
  const sortKeys = useMemo(() => fleetSortKeys(fleet.columns), [fleet]);
  if (fleet.rows.length === 0) return <FleetEmpty />;
  return (
    <>
      {value.rows.some(({ environments }) =>
        environments.some(({ simulated }) => simulated),
      ) && <SimulatedNotice />}
      <FleetStats rows={fleet.rows} />
      <TableCard
        title="Components"
        searchLabel="Search components"
        columns={columns}
        rows={fleet.rows}
        search={searchFleet}
        sortKeys={sortKeys}
        hrefOf={hrefOf}
        isStale={false}
        empty={<FleetEmpty />}
      />
    </>
  );
};
