import { MetricPoint } from '../../view-model/collectMetricPoints';
import { seriesColor } from '../../view-model/palette';

/** A version's point; the best one is a ring with the word above it. */
export const MetricDot = (props: {
  cx?: number;
  cy?: number;
  payload?: MetricPoint;
}) => {
  const { cx, cy, payload } = props;
  if (cx === undefined || cy === undefined || payload?.value === undefined) {
    return null;
  }
  if (!payload.isBest)
    return <circle cx={cx} cy={cy} r={4} fill={seriesColor(0)} />;
  return (
    <g>
      <circle
        cx={cx}
        cy={cy}
        r={6}
        fill="var(--bui-bg-neutral-1)"
        stroke={seriesColor(0)}
        strokeWidth={3}
      />
      <text
        x={cx}
        y={cy - 12}
        textAnchor="middle"
        fontSize={12}
        fill="var(--bui-fg-primary)"
      >
        best
      </text>
    </g>
  );
};
