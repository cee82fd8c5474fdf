import { Text } from '@backstage/ui';
import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeSeverity } from '../../view-model/live/describeFinding';
import { Chip } from '../Chip/Chip';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './FindingList.module.css';

const Evidence = ({ text, url }: FindingView['evidence'][number]) =>
  url ? (
    <a className={styles.evidence} href={url}>
      {text}
    </a>
  ) : (
    <span className={styles.evidence}>{text}</span>
  );

/** What is wrong, what to do, and what shows it. */
export const FindingItem = ({ finding }: { finding: FindingView }) => (
  <li className={styles.item}>
    <StatusWord
      status={describeSeverity(finding.severity)}
      word={finding.severity}
    />
    <div className={styles.words}>
      <Text as="p">{finding.message}</Text>
      <Text as="p" color="secondary">
        {finding.remedy}
      </Text>
      {finding.evidence.map((evidence, index) => (
        <Evidence key={index} {...evidence} />
      ))}
    </div>
    <div className={styles.aside}>
      {finding.environment && <Chip>{finding.environment}</Chip>}
      <code className={styles.code}>{finding.id}</code>
    </div>
  </li>
);
