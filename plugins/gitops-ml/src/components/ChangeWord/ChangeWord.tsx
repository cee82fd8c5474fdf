import { describeChange } from '../../view-model/describeChange';
import styles from './ChangeWord.module.css';

/** What a commit did: sign, word and colour. */
export const ChangeWord = ({ change }: { change: string }) => {
  const { sign, word, tone } = describeChange(change);
  return (
    <span className={styles[tone]}>
      <span className={styles.sign} aria-hidden>
        {sign}
      </span>
      {word}
    </span>
  );
};
