import { MetricPoint } from '../../view-model/collectMetricPoints';
import { MetricChoice } from '../../view-model/modelMetrics';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { Unknown } from '../Unknown/Unknown';
import { PlainTable } from '../PlainTable/PlainTable';

/** The numbers of the picture, newest first and with all their digits. */
export const MetricTable = (props: {
  choice: MetricChoice;
  points: MetricPoint[];
}) => (
  <PlainTable
    label={`${props.choice.name} over versions`}
    columns={['Version', props.choice.name, 'When']}
  >
    {[...props.points].reverse().map(({ version, value, at, isBest }, row) => (
      <tr key={`${row} ${version}`}>
        <th scope="row">{version}</th>
        <td>
          {value === undefined ? (
            <Unknown why="This version's commit records no such value in Git." />
          ) : (
            value
          )}
          {isBest && ' (best)'}
        </td>
        <td>
          <RelativeTime time={at} />
        </td>
      </tr>
    ))}
  </PlainTable>
);
