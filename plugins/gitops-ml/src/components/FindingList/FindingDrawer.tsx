import { Text } from '@backstage/ui';
import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useViewState } from '../../hooks/useViewState';
import { findFindingPage } from '../../view-model/live/findFindingPage';
import { Chip } from '../Chip/Chip';
import { DetailDrawer } from '../DetailDrawer/DetailDrawer';
import { Section } from '../Section/Section';
import { EvidenceList } from './EvidenceList';
import { FindingPageText } from './FindingPageText';
import styles from './FindingList.module.css';

const Here = ({ finding }: { finding: FindingView }) => (
  <li className={styles.words}>
    {finding.environment && (
      <span>
        <Chip>{finding.environment}</Chip>
      </span>
    )}
    <Text as="p">{finding.message}</Text>
    <Text as="p" color="secondary">
      {finding.remedy}
    </Text>
    <EvidenceList evidence={finding.evidence} />
  </li>
);

/** The page of a finding that the URL names: where it is, what it means, why it matters, how to fix it. */
export const FindingDrawer = ({ findings }: { findings: FindingView[] }) => {
  const state = useViewState();
  const code = state.get('finding');
  if (!code) return null;
  const here = findings.filter(({ id }) => id === code);
  return (
    <DetailDrawer
      title={findFindingPage(code)?.title ?? code}
      onClose={() => state.set({ finding: undefined })}
    >
      <Section title="Here" aside={<code className={styles.code}>{code}</code>}>
        {here.length > 0 ? (
          <ul className={styles.list}>
            {here.map((finding, index) => (
              <Here key={index} finding={finding} />
            ))}
          </ul>
        ) : (
          <Text as="p" color="secondary">
            It was not found here now.
          </Text>
        )}
      </Section>
      <FindingPageText code={code} />
    </DetailDrawer>
  );
};
