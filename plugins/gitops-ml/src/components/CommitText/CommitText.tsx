import { Text } from '@backstage/ui';
import { CommitView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeCommitOid } from '../../view-model/shortHash';
import { HashText } from '../HashText/HashText';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import styles from './CommitText.module.css';

/** A commit: hash, first line, who, when. `compact` leaves the first line out. */
export const CommitText = (props: {
  commit: CommitView;
  compact?: boolean;
}) => {
  const { commit } = props;
  const subject = commit.message.split('\n', 1)[0];
  return (
    <span className={styles.root}>
      <HashText hash={describeCommitOid(commit.oid)} href={commit.url} />
      {!props.compact && (
        <span className={styles.subject} title={subject}>
          {subject}
        </span>
      )}
      <Text as="span" variant="body-small" color="secondary">
        <span className={styles.who}>
          {commit.author} · <RelativeTime time={commit.date} />
        </span>
      </Text>
    </span>
  );
};
