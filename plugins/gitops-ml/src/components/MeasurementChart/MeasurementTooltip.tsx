import { formatAbsoluteTime } from '../../view-model/formatTime';
import { MeasurementPoint } from '../../view-model/live/collectMeasurements';
import chart from '../chart.module.css';

/** A measurement in words. */
export const MeasurementTooltip = (props: {
  active?: boolean;
  payload?: readonly { payload?: MeasurementPoint }[];
  name: string;
}) => {
  const point = props.payload?.[0]?.payload;
  if (!props.active || !point) return null;
  return (
    <div className={chart.tooltip}>
      <strong>{`${props.name} ${point.text ?? '?'}`}</strong>
      <span>{[point.phase, point.message].filter(Boolean).join(': ')}</span>
      {point.at && (
        <span className={chart.when}>{formatAbsoluteTime(point.at)}</span>
      )}
    </div>
  );
};
