import { Text } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Chip } from '../../components/Chip/Chip';
import { FactList } from '../../components/FactList/FactList';
import { MeasurementSection } from '../../components/MeasurementChart/MeasurementSection';
import { PassRequirements } from '../../components/PassRequirements/PassRequirements';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { describeMetricPhase } from '../../view-model/live/describeMetricPhase';
import { describeMetricFacts } from '../../view-model/live/describeMetricFacts';
import styles from './delivery.module.css';

type Analysis = DeliveryView['analyses'][number];

/** A metric against its limits. */
export const AnalysisMetric = (props: {
  run: Analysis;
  metric: Analysis['metrics'][number];
}) => {
  const { run, metric } = props;
  return (
    <section className={styles.metric} aria-label={`Metric ${metric.name}`}>
      <div className={styles.line}>
        <Text weight="bold">{metric.name}</Text>
        <StatusWord {...describeMetricPhase(run, metric)} />
        {metric.dryRun && <Chip>dry run: does not count</Chip>}
      </div>
      {metric.message && <Text as="p">{metric.message}</Text>}
      <PassRequirements metric={metric} />
      <FactList facts={describeMetricFacts(metric)} />
      {metric.measurements.length > 0 && <MeasurementSection metric={metric} />}
    </section>
  );
};
