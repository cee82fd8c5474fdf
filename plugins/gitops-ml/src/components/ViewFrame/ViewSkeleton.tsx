import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './ViewFrame.module.css';

/** The shape of a page while its first answer is under way. */
export const ViewSkeleton = () => (
  <div className={styles.root} aria-busy="true">
    <VisuallyHidden role="status">Loading</VisuallyHidden>
    <Skeleton width="40%" height={48} />
    <Skeleton width="100%" height={220} />
    {[0, 1, 2, 3, 4].map(row => (
      <Skeleton key={row} width="100%" height={40} />
    ))}
  </div>
);
