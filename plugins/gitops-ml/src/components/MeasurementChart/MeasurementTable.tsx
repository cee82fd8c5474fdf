import { MeasurementPoint } from '../../view-model/live/collectMeasurements';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { StatusWord } from '../StatusWord/StatusWord';
import { Unknown } from '../Unknown/Unknown';
import { PlainTable } from '../PlainTable/PlainTable';
import chart from '../chart.module.css';
import styles from './MeasurementChart.module.css';

/** More rows than this are cut; the newest are kept. @internal */
const MAX_ROWS = 100;

/** The measurements with all their digits, newest first. */
export const MeasurementTable = (props: {
  name: string;
  points: MeasurementPoint[];
}) => {
  const shown = [...props.points].reverse().slice(0, MAX_ROWS);
  const leftOut = props.points.length - shown.length;
  return (
    <>
      <PlainTable
        label={`Measurements of ${props.name}`}
        columns={['No.', 'Value', 'Verdict', 'When']}
      >
        {shown.map(({ number, text, status, phase, message, at }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            <td className={styles.value}>
              {text ?? (
                <Unknown why={message || 'The provider gave no value.'} />
              )}
            </td>
            <td>
              <StatusWord
                status={status}
                word={phase}
                reason={message || undefined}
              />
            </td>
            <td>{at && <RelativeTime time={at} />}</td>
          </tr>
        ))}
      </PlainTable>
      {leftOut > 0 && <p className={chart.when}>{`${leftOut} older ones.`}</p>}
    </>
  );
};
