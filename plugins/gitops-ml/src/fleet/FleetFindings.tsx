import { Link } from '@backstage/ui';
import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../components/Absent/Absent';
import { Hint } from '../components/Hint/Hint';
import { StatusWord } from '../components/StatusWord/StatusWord';
import { describeSeverity } from '../view-model/live/describeFinding';
import styles from './fleet.module.css';

/** The worst finding of a component by its code, and how many more. */
export const FleetFindings = (props: {
  findings: FindingView[];
  hrefOf: (code: string) => string;
}) => {
  const [worst, ...rest] = props.findings;
  if (!worst) return <Absent what="Nothing was found to be wrong." />;
  return (
    <div className={styles.place}>
      <span className={styles.finding}>
        <StatusWord
          status={describeSeverity(worst.severity)}
          word={worst.severity}
          reason={worst.message}
        />
        <Link href={props.hrefOf(worst.id)}>{worst.id}</Link>
      </span>
      {rest.length > 0 && (
        <Hint
          text={`+${rest.length}`}
          hint={rest.map(({ message }) => message).join(' ')}
        />
      )}
    </div>
  );
};
