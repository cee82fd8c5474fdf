import { Drift } from '../../view-model/live/describeDifference';
import { Hint } from '../Hint/Hint';
import styles from './DriftMark.module.css';

/** `⇠4`: how far a part is from the same part elsewhere. Nothing where it is the same. */
export const DriftMark = ({ drift }: { drift: Drift | undefined }) => {
  if (!drift) return null;
  const isKnown = drift.kind === 'differs';
  return (
    <Hint text={isKnown ? 'Differs' : 'Unknown'} hint={drift.words} quiet>
      <span className={isKnown ? styles.differs : styles.unknown}>
        {isKnown ? `⇠${drift.count}` : '⇠?'}
      </span>
    </Hint>
  );
};
