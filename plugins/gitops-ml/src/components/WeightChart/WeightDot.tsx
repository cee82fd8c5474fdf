import { WeightPoint } from '../../view-model/live/collectWeightPoints';
import { STATUS_LOOKS } from '../StatusWord/statusLooks';

const RADIUS = 4;

/** A moment of a delivery, in the colour of its phase: a cross where it ended badly. Now is no moment. */
export const WeightDot = (props: {
  cx?: number;
  cy?: number;
  payload?: WeightPoint;
}) => {
  const { cx, cy, payload } = props;
  if (cx === undefined || cy === undefined || !payload || payload.isNow) {
    return null;
  }
  const { color } = STATUS_LOOKS[payload.status];
  if (payload.status !== 'degraded' && payload.status !== 'failed') {
    return <circle cx={cx} cy={cy} r={RADIUS} fill={color} />;
  }
  return (
    <path
      d={`M${cx - RADIUS} ${cy - RADIUS}l8 8m0-8l-8 8`}
      stroke={color}
      strokeWidth={3}
      strokeLinecap="round"
      fill="none"
    />
  );
};
