import { useState } from 'react';
import { Button } from '@backstage/ui';
import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import { sortFindings } from '../../view-model/live/describeFinding';
import { Section } from '../Section/Section';
import { FindingItem } from './FindingItem';
import styles from './FindingList.module.css';

const FIRST_SHOWN = 20;

/** What was read and is in a bad state, the worst first. Nothing when all is well. */
export const FindingList = ({ findings }: { findings: FindingView[] }) => {
  const [shown, setShown] = useState(FIRST_SHOWN);
  if (findings.length === 0) return null;
  return (
    <Section title={countNoun(findings.length, 'finding')}>
      <div className={styles.root}>
        <ul className={styles.list}>
          {sortFindings(findings)
            .slice(0, shown)
            .map((finding, index) => (
              <FindingItem key={`${index} ${finding.id}`} finding={finding} />
            ))}
        </ul>
      </div>
      {findings.length > shown && (
        <Button variant="tertiary" onPress={() => setShown(findings.length)}>
          {`Show ${countNoun(findings.length - shown, 'more finding')}`}
        </Button>
      )}
    </Section>
  );
};
