import { AssignmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { Chip } from '../../components/Chip/Chip';
import styles from './models.module.css';

/** Which version each stage has. */
export const StageChips = (props: { assignments: AssignmentView[] }) =>
  props.assignments.length === 0 ? (
    <Absent what="No stage is assigned." />
  ) : (
    <span className={styles.chips}>
      {props.assignments.map(({ stage, version }) => (
        <Chip key={stage} strong>{`${stage} ${version}`}</Chip>
      ))}
    </span>
  );
