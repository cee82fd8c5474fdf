import { SizePicture } from '../../view-model/collectSizeSeries';
import { formatBytes, formatExactBytes } from '../../view-model/formatBytes';
import { CommitText } from '../CommitText/CommitText';
import styles from './SizeChart.module.css';

/** The numbers of the picture, newest first. */
export const SizeTable = ({ picture }: { picture: SizePicture }) => (
  <div className={styles.scroll}>
    <table className={styles.table} aria-label="Size over commits">
      <thead>
        <tr>
          <th scope="col">Commit</th>
          {picture.series.map(({ key, label }) => (
            <th scope="col" key={key}>
              {label}
            </th>
          ))}
          <th scope="col">Total</th>
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
                {picture.series.map(({ key }) => (
                  <td key={key}>
                    {bytes[key] === undefined ? '—' : formatBytes(bytes[key])}
                  </td>
                ))}
                <td title={formatExactBytes(total)}>{formatBytes(total)}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  </div>
);
