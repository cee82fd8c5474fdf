import { Text } from '@backstage/ui';
import { ProblemView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SpotLink } from '../SpotLink/SpotLink';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './ProblemList.module.css';

export const ProblemItem = ({ problem }: { problem: ProblemView }) => (
  <li className={styles.item}>
    <StatusWord
      status={problem.severity === 'error' ? 'failed' : 'degraded'}
      word={problem.severity}
    />
    <div className={styles.words}>
      <SpotLink path={problem.path} line={problem.line} url={problem.url} />
      <Text as="p">{problem.message}</Text>
      <Text as="p" color="secondary">
        {problem.remedy}
      </Text>
    </div>
    <code className={styles.code}>{problem.code}</code>
  </li>
);
