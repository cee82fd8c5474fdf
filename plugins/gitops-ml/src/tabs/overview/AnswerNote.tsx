import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommitText } from '../../components/CommitText/CommitText';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { AnswerLine } from '../../view-model/live/collectEnvironmentRows';
import { describePhase } from '../../view-model/live/describePhase';
import styles from './overview.module.css';

/** What stands at the end of an answer's line: Argo CD's words, or the release's commit. */
export const AnswerNote = (props: {
  line: AnswerLine;
  environment: EnvironmentView;
}) => {
  const { synced, running } = props.environment;
  if (props.line.id === 'synced') {
    return (
      <span className={styles.words}>
        {synced.sync && <StatusWord {...describePhase(synced.sync)} />}
        {synced.health && <StatusWord {...describePhase(synced.health)} />}
      </span>
    );
  }
  const { stable, candidate } = running;
  const commit = (props.line.id === 'candidate' ? candidate : stable)?.commit;
  return commit ? <CommitText commit={commit} compact /> : null;
};
