import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import styles from './FindingList.module.css';

/** What shows that a finding is true: objects, files, the tool's own words. */
export const EvidenceList = (props: { evidence: FindingView['evidence'] }) => (
  <>
    {props.evidence.map(({ text, url }, index) =>
      url ? (
        <a key={index} className={styles.evidence} href={url}>
          {text}
        </a>
      ) : (
        <span key={index} className={styles.evidence}>
          {text}
        </span>
      ),
    )}
  </>
);
