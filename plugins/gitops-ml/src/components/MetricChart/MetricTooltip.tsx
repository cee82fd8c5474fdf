import { MetricPoint } from '../../view-model/collectMetricPoints';
import { formatMetric } from '../../view-model/formatMetric';
import { formatAbsoluteTime } from '../../view-model/formatTime';
import { MetricChoice } from '../../view-model/modelMetrics';
import chart from '../chart.module.css';

/** A version's value in words. */
export const MetricTooltip = (props: {
  active?: boolean;
  payload?: readonly { payload?: MetricPoint }[];
  choice: MetricChoice;
}) => {
  const point = props.payload?.[0]?.payload;
  if (!props.active || !point) return null;
  return (
    <div className={chart.tooltip}>
      <strong>{point.version}</strong>
      <span>
        {props.choice.name}{' '}
        {point.value === undefined ? '?' : formatMetric(point.value)}
        {point.isBest && ' (best)'}
      </span>
      <span className={chart.when}>{formatAbsoluteTime(point.at)}</span>
    </div>
  );
};
