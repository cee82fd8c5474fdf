import { lazy, Suspense, useMemo } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectMetricPoints } from '../../view-model/collectMetricPoints';
import { describeDirection } from '../../view-model/describeDirection';
import { MetricChoice } from '../../view-model/modelMetrics';
import { Disclosure } from '../Disclosure/Disclosure';
import { Palette } from '../Palette/Palette';
import { Section } from '../Section/Section';
import { MetricTable } from './MetricTable';
import styles from './MetricChart.module.css';

const MetricChart = lazy(() => import('./MetricChart'));

/** A metric over a model's versions, as picture and table. */
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
    <Section
      title={`${choice.name} over versions`}
      aside={
        <Text variant="body-small" color="secondary">
          {describeDirection(choice)}
        </Text>
      }
    >
      <Palette>
        <div className={styles.chart}>
          <Suspense fallback={<Skeleton width="100%" height={220} />}>
            <MetricChart choice={choice} points={points} />
          </Suspense>
        </div>
      </Palette>
      <Disclosure title={`${choice.name} over versions as a table`}>
        <MetricTable choice={choice} points={points} />
      </Disclosure>
    </Section>
  );
};
