import { SizePicture } from '../../view-model/collectSizeSeries';
import { formatBytes, formatExactBytes } from '../../view-model/formatBytes';
import { CommitText } from '../CommitText/CommitText';
import { Hint } from '../Hint/Hint';
import { PlainTable } from '../PlainTable/PlainTable';
import styles from './SizeChart.module.css';

const NO_SIZE = 'Not there at this commit, or without a recorded size.';

/** The numbers of the picture, newest first. */
export const SizeTable = ({ picture }: { picture: SizePicture }) => (
  <div className={styles.scroll}>
    <PlainTable
      label="Size over commits"
      columns={['Commit', 'Total', ...picture.series.map(each => each.label)]}
    >
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
    </PlainTable>
  </div>
);
