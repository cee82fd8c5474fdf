import { AssignmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Chip } from '../../components/Chip/Chip';
import { HashText } from '../../components/HashText/HashText';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { describeCommitOid } from '../../view-model/shortHash';
import styles from './models.module.css';

/** One assignment: which version a stage got, when, by whom and by which tag. */
export const AssignmentItem = (props: {
  assignment: AssignmentView;
  isCurrent: boolean;
}) => {
  const { stage, version, commit, tag, at, author, active } = props.assignment;
  return (
    <li className={styles.assignment}>
      <span>
        {stage} ← <strong>{version}</strong>{' '}
        {props.isCurrent && <Chip strong>current</Chip>}
        {!active && <Chip>unassigned</Chip>}
      </span>
      <span className={styles.line}>
        <RelativeTime time={at} />
        {author && <span>by {author}</span>}
      </span>
      <span className={styles.line}>
        <span className={styles.mono}>{tag}</span>
        <HashText hash={describeCommitOid(commit)} />
      </span>
    </li>
  );
};
