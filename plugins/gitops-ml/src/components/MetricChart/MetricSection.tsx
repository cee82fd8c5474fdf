import { lazy, Suspense, useMemo } from 'react';
import { Skeleton } from '@backstage/ui';
import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectMetricPoints } from '../../view-model/collectMetricPoints';
import { describeDirection } from '../../view-model/describeDirection';
import { MetricChoice } from '../../view-model/modelMetrics';
import { PictureCard } from '../PictureCard/PictureCard';
import { MetricTable } from './MetricTable';
import styles from './MetricChart.module.css';

const MetricChart = lazy(() => import('./MetricChart'));

/** A metric over a model's versions. */
export const MetricSection = (props: {
  model: ModelView;
  choice: MetricChoice;
}) => {
  const { model, choice } = props;
  const points = useMemo(
    () => collectMetricPoints(model, choice),
    [model, choice],
  );
  return (
    <PictureCard
      title={`${choice.name} over versions`}
      note={describeDirection(choice)}
      picture={
        <div className={styles.chart}>
          <Suspense fallback={<Skeleton width="100%" height={220} />}>
            <MetricChart choice={choice} points={points} />
          </Suspense>
        </div>
      }
      words={<MetricTable choice={choice} points={points} />}
    />
  );
};
