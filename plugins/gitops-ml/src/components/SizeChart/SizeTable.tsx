import { SizePicture } from '../../view-model/collectSizeSeries';
import { formatBytes, formatExactBytes } from '../../view-model/formatBytes';
import { CommitText } from '../CommitText/CommitText';
import { Hint } from '../Hint/Hint';
import styles from './SizeChart.module.css';

const NO_SIZE = 'Not there at this commit, or without a recorded size.';

/** The numbers of the picture, newest first. */
export const SizeTable = ({ picture }: { picture: SizePicture }) => (
  <div className={styles.scroll}>
    <table className={styles.table} aria-label="Size over commits">
      <thead>
        <tr>
          <th scope="col">Commit</th>
          <th scope="col">Total</th>
          {picture.series.map(({ key, label }) => (
            <th scope="col" key={key}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...picture.points].reverse().map(
          ({ commit, bytes, total }) =>
            commit && (
              <tr key={commit.oid}>
                <th scope="row">
                  <CommitText commit={commit} />
                </th>
                <td title={formatExactBytes(total)}>{formatBytes(total)}</td>
                {picture.series.map(({ key }) => (
                  <td key={key}>
                    {bytes[key] === undefined ? (
                      <Hint text="—" hint={NO_SIZE} quiet />
                    ) : (
                      formatBytes(bytes[key])
                    )}
                  </td>
                ))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  </div>
);
