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
import { MetricPoint } from '../../view-model/collectMetricPoints';
import { formatMetric } from '../../view-model/formatMetric';
import { MetricChoice } from '../../view-model/modelMetrics';
import { seriesColor } from '../../view-model/palette';
import { AXIS_TICK } from '../chartLooks';
import { MetricDot } from './MetricDot';
import { MetricTooltip } from './MetricTooltip';

const LIMITS = ['min', 'max'] as const;

/** A metric over versions; gaps stay gaps. Loaded on demand. */
const MetricChart = (props: {
  choice: MetricChoice;
  points: MetricPoint[];
}) => (
  <ResponsiveContainer width="100%" height={220}>
    <LineChart
      data={props.points}
      accessibilityLayer
      margin={{ top: 24, right: 32, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
      <XAxis
        dataKey="version"
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        minTickGap={16}
        padding={{ left: 16, right: 16 }}
      />
      <YAxis
        domain={['auto', 'auto']}
        tickFormatter={formatMetric}
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        width={64}
      />
      {LIMITS.map(limit => {
        const value = props.choice[limit];
        return value === undefined ? null : (
          <ReferenceLine
            key={limit}
            y={value}
            ifOverflow="extendDomain"
            stroke="var(--bui-warning-fg-subdued)"
            strokeDasharray="4 4"
            label={{
              value: `${limit} ${formatMetric(value)}`,
              position: 'insideBottomRight',
              fill: 'var(--bui-warning-fg-subdued)',
              fontSize: 12,
            }}
          />
        );
      })}
      <Tooltip content={<MetricTooltip choice={props.choice} />} />
      <Line
        type="linear"
        dataKey="value"
        stroke={seriesColor(0)}
        strokeWidth={2}
        dot={<MetricDot />}
        activeDot={{ r: 6, fill: seriesColor(0) }}
        isAnimationActive={false}
      />
    </LineChart>
  </ResponsiveContainer>
);

export default MetricChart;
