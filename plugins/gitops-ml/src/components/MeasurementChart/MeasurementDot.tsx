import { MeasurementPoint } from '../../view-model/live/collectMeasurements';
import { STATUS_LOOKS } from '../StatusWord/statusLooks';

const RADIUS = 5;

/** A measurement's point: a disc where it passed, a cross where it did not. */
export const MeasurementDot = (props: {
  cx?: number;
  cy?: number;
  payload?: MeasurementPoint;
}) => {
  const { cx, cy, payload } = props;
  if (cx === undefined || cy === undefined || payload?.value === undefined) {
    return null;
  }
  const { color } = STATUS_LOOKS[payload.status];
  if (payload.status === 'healthy') {
    return <circle cx={cx} cy={cy} r={RADIUS} fill={color} />;
  }
  return (
    <path
      d={`M${cx - RADIUS} ${cy - RADIUS}l10 10m0-10l-10 10`}
      stroke={color}
      strokeWidth={3}
      strokeLinecap="round"
      fill="none"
    />
  );
};
