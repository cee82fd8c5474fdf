import { Link } from '@backstage/ui';
import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useEntityHref } from '../hooks/useEntityHref';
import { useEntityRef } from '../hooks/useEntityRef';
import { StatusWord } from '../components/StatusWord/StatusWord';
import { countNoun } from '../view-model/countNoun';
import {
  describeSeverity,
  sortFindings,
} from '../view-model/live/describeFinding';
import styles from './card.module.css';

/** The worst finding, and how many more there are. */
export const CardFindings = ({ findings }: { findings: FindingView[] }) => {
  const [worst, ...rest] = sortFindings(findings);
  const { text } = useEntityRef();
  const hrefOf = useEntityHref();
  if (!worst) return null;
  return (
    <div className={styles.finding}>
      <StatusWord
        status={describeSeverity(worst.severity)}
        word={worst.severity}
      />
      <span className={styles.name}>
        {`${worst.message} `}
        <Link href={hrefOf(text, 'ml-overview', { finding: worst.id })}>
          {worst.id}
        </Link>
        {rest.length > 0 && ` And ${countNoun(rest.length, 'more finding')}.`}
      </span>
    </div>
  );
};
