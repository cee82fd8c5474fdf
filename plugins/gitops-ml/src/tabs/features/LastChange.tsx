import { FeatureChangeView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Hint } from '../../components/Hint/Hint';
import { describeLastChange } from '../../view-model/describeLastChange';
import styles from './features.module.css';

/** What a view's last commit did to it: `+1 −2 ~1`. */
export const LastChange = ({ change }: { change: FeatureChangeView }) => {
  const { counts, words, hint } = describeLastChange(change);
  const text = [...counts.map(count => count.text), words]
    .filter(Boolean)
    .join(' ');
  return (
    <Hint text={text} hint={hint} quiet>
      <span className={styles.counts}>
        {counts.map(count => (
          <span key={count.tone} className={styles[count.tone]}>
            {count.text}
          </span>
        ))}
        {words}
      </span>
    </Hint>
  );
};
