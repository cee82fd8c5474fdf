import { WeightPoint } from '../../view-model/live/collectWeightPoints';
import { formatAbsoluteTime } from '../../view-model/formatTime';
import styles from './WeightChart.module.css';

/** A moment of a delivery in words. */
export const WeightTooltip = (props: {
  active?: boolean;
  payload?: readonly { payload?: WeightPoint }[];
}) => {
  const point = props.payload?.[0]?.payload;
  if (!props.active || !point) return null;
  const at = new Date(point.time).toISOString();
  return (
    <div className={styles.tooltip}>
      <strong>{point.isNow ? `${point.phase}, still` : point.phase}</strong>
      <span>{point.words}</span>
      <span className={styles.when}>{formatAbsoluteTime(at)}</span>
    </div>
  );
};
