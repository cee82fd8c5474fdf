import { Text } from '@backstage/ui';
import { ApplicationView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommitText } from '../../components/CommitText/CommitText';
import { HashText } from '../../components/HashText/HashText';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { Unknown } from '../../components/Unknown/Unknown';
import { describeCommitOid } from '../../view-model/shortHash';
import { PlainTable } from '../../components/PlainTable/PlainTable';
import styles from './delivery.module.css';

/** What Argo CD deployed, newest first, with what Git says of it. */
export const HistoryTable = (props: {
  history: ApplicationView['history'];
}) => {
  if (props.history.length === 0) {
    return (
      <Text as="p" color="secondary">
        It was never synced.
      </Text>
    );
  }
  return (
    <PlainTable label="Sync history" columns={['Deployed', 'Commit', 'By']}>
      {props.history.map(
        ({ id, revision, commit, deployedAt, initiatedBy }) => (
          <tr key={id}>
            <td>
              {deployedAt ? (
                <RelativeTime time={deployedAt} />
              ) : (
                <Unknown why="Argo CD gave no time." />
              )}
            </td>
            <td>
              {commit ? (
                <CommitText commit={commit} />
              ) : (
                <span className={styles.line}>
                  <HashText hash={describeCommitOid(revision)} />
                  <Unknown why="The tracked history of Git does not hold this commit." />
                </span>
              )}
            </td>
            <td>
              {initiatedBy ?? <Unknown why="Argo CD does not say who." />}
            </td>
          </tr>
        ),
      )}
    </PlainTable>
  );
};
