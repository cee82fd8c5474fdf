import { Link, Text } from '@backstage/ui';
import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useViewState } from '../../hooks/useViewState';
import { describeSeverity } from '../../view-model/live/describeFinding';
import { Chip } from '../Chip/Chip';
import { StatusWord } from '../StatusWord/StatusWord';
import { EvidenceList } from './EvidenceList';
import styles from './FindingList.module.css';

/** What is wrong, what to do, and what shows it. Its code leads to its page. */
export const FindingItem = ({ finding }: { finding: FindingView }) => {
  const { hrefWith } = useViewState();
  const { id, severity, environment, message, remedy, evidence } = finding;
  return (
    <li className={styles.item}>
      <StatusWord status={describeSeverity(severity)} word={severity} />
      <div className={styles.words}>
        <Text as="p">{message}</Text>
        <Text as="p" color="secondary">
          {remedy}
        </Text>
        <EvidenceList evidence={evidence} />
      </div>
      <div className={styles.aside}>
        {environment && <Chip>{environment}</Chip>}
        <Link className={styles.code} href={hrefWith({ finding: id })}>
          {id}
        </Link>
      </div>
    </li>
  );
};
