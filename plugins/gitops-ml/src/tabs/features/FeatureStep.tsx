import { FeatureHistoryEntry } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { ChangeWord } from '../../components/ChangeWord/ChangeWord';
import { CommitText } from '../../components/CommitText/CommitText';
import { describeFeatureStep } from '../../view-model/describeFeatureStep';
import styles from './features.module.css';

/** A commit and what it did to the schema, as a difference. */
export const FeatureStep = ({ entry }: { entry: FeatureHistoryEntry }) => (
  <li className={styles.step}>
    <div className={styles.stepHead}>
      <ChangeWord change={entry.change} />
      <CommitText commit={entry.commit} />
    </div>
    <ul className={styles.changes}>
      {describeFeatureStep(entry).map(({ id, sign, word, name, detail }) => (
        <li
          key={id}
          className={styles[word]}
          aria-label={`${word} ${name}, ${detail}`}
        >
          {`${sign} ${name}  ${detail}`}
        </li>
      ))}
    </ul>
  </li>
);
