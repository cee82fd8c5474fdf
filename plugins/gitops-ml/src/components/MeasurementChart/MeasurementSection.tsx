import { lazy, Suspense, useMemo } from 'react';
import { Skeleton } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectMeasurements } from '../../view-model/live/collectMeasurements';
import { parseCondition } from '../../view-model/live/parseCondition';
import { PictureCard } from '../PictureCard/PictureCard';
import { MeasurementTable } from './MeasurementTable';
import styles from './MeasurementChart.module.css';

const MeasurementChart = lazy(() => import('./MeasurementChart'));

/** A metric's measurements with the limits of its conditions. */
export const MeasurementSection = (props: {
  metric: DeliveryView['analyses'][number]['metrics'][number];
}) => {
  const { metric } = props;
  const points = useMemo(() => collectMeasurements(metric), [metric]);
  const limits = useMemo(
    () => ({
      success: parseCondition(metric.successCondition),
      failure: parseCondition(metric.failureCondition),
    }),
    [metric],
  );
  const table = <MeasurementTable name={metric.name} points={points} />;
  if (points.every(({ value }) => value === undefined)) return table;
  return (
    <PictureCard
      title={`${metric.name}, measured`}
      isBare
      picture={
        <div className={styles.chart}>
          <Suspense fallback={<Skeleton width="100%" height={180} />}>
            <MeasurementChart
              name={metric.name}
              points={points}
              limits={limits}
            />
          </Suspense>
        </div>
      }
      words={table}
    />
  );
};
