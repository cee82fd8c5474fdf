import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Chip } from '../../components/Chip/Chip';
import { CommitText } from '../../components/CommitText/CommitText';
import { StateTuple } from '../../components/StateTuple/StateTuple';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { describeReleaseCells } from '../../view-model/live/describeReleaseCells';
import styles from './delivery.module.css';

/** A set of pods by role, with what it serves. */
export const RevisionRow = (props: {
  revision: DeliveryView['revisions'][number];
  isStale: boolean;
}) => {
  const { role, number, name, images, ready, desired, release } =
    props.revision;
  return (
    <tr>
      <th scope="row">
        <TwoLines
          below={
            release.commit && <CommitText commit={release.commit} compact />
          }
          wraps
        >
          <Chip strong={role !== 'earlier'}>{role}</Chip>
          <span title={[name, ...images].join('\n')}>
            {number === undefined ? name : `revision ${number}`}
          </span>
        </TwoLines>
      </th>
      <StateTuple
        cells={describeReleaseCells(release)}
        isStale={props.isStale}
      />
      <td className={styles.pods} data-label="Pods">{`${ready}/${desired}`}</td>
    </tr>
  );
};
