import { Alert } from '@backstage/ui';
import { IndexView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeIndex } from '../../view-model/describeIndex';
import styles from './Banners.module.css';

/** How far the history is read, while it is not read to its end. */
export const IndexBanner = ({ index }: { index: IndexView }) => {
  const progress = describeIndex(index);
  if (!progress) return null;
  return (
    <Alert
      role="status"
      status={progress.kind === 'failed' ? 'danger' : 'info'}
      icon
      isPending={progress.kind === 'indexing'}
      title={progress.title}
      description={
        <span className={styles.progress}>
          {progress.detail}
          {progress.fraction !== undefined && (
            <progress aria-label={progress.title} value={progress.fraction} />
          )}
        </span>
      }
    />
  );
};
