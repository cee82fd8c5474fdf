import { lazy, ReactNode, Suspense, useMemo } from 'react';
import { Skeleton } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useNow } from '../../hooks/useNow';
import { collectWeightPoints } from '../../view-model/live/collectWeightPoints';
import { PictureCard } from '../PictureCard/PictureCard';
import styles from './WeightChart.module.css';

const WeightChart = lazy(() => import('./WeightChart'));

/** The weights of the newest delivery as they were seen; only the words where there is nothing to draw. */
export const WeightSection = (props: {
  delivery: Pick<DeliveryView, 'events' | 'maxWeight' | 'phase'>;
  words: ReactNode;
}) => {
  const { delivery, words } = props;
  const now = useNow();
  const points = useMemo(
    () => collectWeightPoints(delivery, now),
    [delivery, now],
  );
  if (points.length === 0) return <>{words}</>;
  return (
    <PictureCard
      title="Weight over time"
      isBare
      // The picture ends soon after the last change.
      note={
        points.some(({ isNow }) => isNow) ? 'unchanged since then' : undefined
      }
      picture={
        <>
          <div className={styles.chart}>
            <Suspense fallback={<Skeleton width="100%" height={180} />}>
              <WeightChart points={points} maxWeight={delivery.maxWeight} />
            </Suspense>
          </div>
          <ul className={styles.legend} aria-label="Lines">
            <li className={styles.actual}>actual</li>
            <li className={styles.wanted}>wanted</li>
          </ul>
        </>
      }
      words={words}
    />
  );
};
