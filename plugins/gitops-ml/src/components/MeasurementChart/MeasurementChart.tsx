import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { MeasurementPoint } from '../../view-model/live/collectMeasurements';
import { LimitLine } from '../../view-model/live/parseCondition';
import { formatMetric } from '../../view-model/formatMetric';
import { AXIS_TICK } from '../chartLooks';
import { MeasurementDot } from './MeasurementDot';
import { MeasurementTooltip } from './MeasurementTooltip';

interface MeasurementLimits {
  success: LimitLine[];
  failure: LimitLine[];
}

const KINDS = [
  {
    kind: 'success',
    color: 'var(--bui-positive-fg-subdued)',
    position: 'insideBottomRight',
  },
  {
    kind: 'failure',
    color: 'var(--bui-negative-fg-subdued)',
    position: 'insideTopRight',
  },
] as const;

/** Measurements in order, with lines where the conditions draw them. Loaded on demand. */
const MeasurementChart = (props: {
  name: string;
  points: MeasurementPoint[];
  limits: MeasurementLimits;
}) => (
  <ResponsiveContainer width="100%" height={180}>
    <LineChart
      data={props.points}
      accessibilityLayer
      margin={{ top: 20, right: 16, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
      <XAxis
        dataKey="number"
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        padding={{ left: 16, right: 16 }}
      />
      <YAxis
        domain={['auto', 'auto']}
        tickFormatter={formatMetric}
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        width={64}
      />
      {KINDS.flatMap(({ kind, color, position }) =>
        props.limits[kind].map(limit => (
          <ReferenceLine
            key={`${kind} ${limit.text}`}
            y={limit.value}
            ifOverflow="extendDomain"
            stroke={color}
            strokeDasharray="4 4"
            label={{
              value: `${kind} ${limit.text}`,
              position,
              fill: color,
              fontSize: 12,
            }}
          />
        )),
      )}
      <Tooltip content={<MeasurementTooltip name={props.name} />} />
      <Line
        type="linear"
        dataKey="value"
        stroke="var(--bui-fg-secondary)"
        strokeWidth={1.5}
        dot={<MeasurementDot />}
        isAnimationActive={false}
      />
    </LineChart>
  </ResponsiveContainer>
);

export default MeasurementChart;
