import { formatMetricDelta } from '../../view-model/formatMetric';
import { MetricReading } from '../../view-model/modelMetrics';
import styles from './models.module.css';

/** How a metric moved against the version before; coloured only where a direction is declared. */
export const MetricDelta = ({ reading }: { reading: MetricReading }) => {
  const { delta, verdict } = reading;
  if (delta === undefined) return null;
  const text = formatMetricDelta(delta);
  if (!verdict || verdict === 'same') return <span>{text}</span>;
  return (
    <span className={styles[verdict]}>
      {text} {verdict}
    </span>
  );
};
