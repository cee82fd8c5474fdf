import { StatRow } from '../components/StatRow/StatRow';
import { formatCount } from '../view-model/formatBytes';
import { FleetRow } from '../view-model/live/collectFleetRows';
import { countFleet } from '../view-model/live/countFleet';

/** The fleet at a glance. */
export const FleetStats = ({ rows }: { rows: FleetRow[] }) => {
  const { rolling, aborted, silent, errors } = countFleet(rows);
  return (
    <StatRow
      stats={[
        { name: 'components', value: formatCount(rows.length) },
        { name: 'deliveries under way', value: formatCount(rolling) },
        { name: 'aborted or degraded', value: formatCount(aborted) },
        { name: 'places that don’t answer', value: formatCount(silent) },
        { name: 'findings of severity error', value: formatCount(errors) },
      ]}
    />
  );
};
