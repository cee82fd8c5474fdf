import { FeatureChangeView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Hint } from '../../components/Hint/Hint';
import { Unknown } from '../../components/Unknown/Unknown';
import { describeLastChange } from '../../view-model/describeLastChange';
import styles from './features.module.css';

/** What a view's last commit did to it: `+1 −2 ~1`. */
export const LastChange = (props: {
  change: FeatureChangeView | undefined;
}) => {
  if (!props.change) {
    return <Unknown why="The history was not read that far yet." />;
  }
  const { counts, words, hint } = describeLastChange(props.change);
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
