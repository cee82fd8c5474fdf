import { MetricPoint } from '../../view-model/collectMetricPoints';
import { MetricChoice } from '../../view-model/modelMetrics';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { Unknown } from '../Unknown/Unknown';
import styles from './MetricChart.module.css';

/** The numbers of the picture, newest first and with all their digits. */
export const MetricTable = (props: {
  choice: MetricChoice;
  points: MetricPoint[];
}) => (
  <table
    className={styles.table}
    aria-label={`${props.choice.name} over versions`}
  >
    <thead>
      <tr>
        <th scope="col">Version</th>
        <th scope="col">{props.choice.name}</th>
        <th scope="col">When</th>
      </tr>
    </thead>
    <tbody>
      {[...props.points]
        .reverse()
        .map(({ version, value, at, isBest }, row) => (
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
    </tbody>
  </table>
);
