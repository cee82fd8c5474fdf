import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { FleetResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { LiveBanner } from '../components/Banners/LiveBanner';
import { TableCard } from '../components/TableCard/TableCard';
import { SimulatedNotice } from '../components/SimulatedNotice/SimulatedNotice';
import { useViewState } from '../hooks/useViewState';
import { useEntityHref } from '../hooks/useEntityHref';
import {
  collectFleet,
  FleetRow,
  fleetSortKeys,
  searchFleet,
} from '../view-model/live/collectFleetRows';
import { filterFleet } from '../view-model/live/countFleet';
import { collectSources } from '../view-model/live/describeLiveSource';
import { fleetColumns } from './fleetColumns';
import { FleetEmpty } from './FleetEmpty';
import { FleetFilter } from './FleetFilter';
import { FleetSources } from './FleetSources';
import { FleetStats } from './FleetStats';
import styles from './fleet.module.css';

/** Components by environments: what runs, what is rolling, what is wrong. */
export const FleetView = ({ value }: { value: FleetResponse }) => {
  const fleet = useMemo(() => collectFleet(value), [value]);
  const filter = useViewState().get('status');
  const shown = useMemo(
    () => filterFleet(fleet.rows, filter),
    [fleet.rows, filter],
  );
  const sources = useMemo(
    () => collectSources(value.rows.flatMap(row => row.environments)),
    [value],
  );
  const entityHref = useEntityHref();
  const hrefOf = useMemo(
    () => (row: FleetRow, state?: { finding: string }) =>
      entityHref(row.id, 'ml-overview', state),
    [entityHref],
  );
  const columns = useMemo(() => fleetColumns(fleet, hrefOf), [fleet, hrefOf]);
  const sortKeys = useMemo(() => fleetSortKeys(fleet.columns), [fleet]);
  if (fleet.rows.length === 0) return <FleetEmpty />;
  return (
    <>
      {sources.map((source, index) => (
        <LiveBanner key={index} source={source} />
      ))}
      {value.rows.some(({ environments }) =>
        environments.some(({ simulated }) => simulated),
      ) && <SimulatedNotice />}
      <FleetStats rows={fleet.rows} />
      <div className={styles.filter}>
        <FleetFilter />
      </div>
      <TableCard
        title="Components"
        searchLabel="Search components"
        columns={columns}
        rows={shown}
        search={searchFleet}
        sortKeys={sortKeys}
        hrefOf={hrefOf}
        isStale={false}
        empty={<Text>No component is like that now.</Text>}
      />
      <FleetSources sources={sources} />
    </>
  );
};
