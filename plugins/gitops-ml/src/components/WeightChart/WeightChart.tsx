import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { WeightPoint } from '../../view-model/live/collectWeightPoints';
import { formatClock, formatDay } from '../../view-model/formatTime';
import { formatWeight } from '../../view-model/live/formatWeight';
import { AXIS_TICK } from '../chartLooks';
import { WeightDot } from './WeightDot';
import { WeightTooltip } from './WeightTooltip';

const DAY_MS = 86_400_000;

/** Days where the picture spans several. */
function formatterOf(points: WeightPoint[]): (time: number) => string {
  const span = points[points.length - 1].time - points[0].time;
  return span > DAY_MS
    ? time => formatDay(new Date(time).toISOString())
    : time => formatClock(time);
}

/** The share that the candidate had, and as a broken line the one that was wanted. Loaded on demand. */
const WeightChart = (props: { points: WeightPoint[]; maxWeight: number }) => (
  <ResponsiveContainer width="100%" height={180}>
    <ComposedChart
      data={props.points}
      accessibilityLayer
      margin={{ top: 12, right: 16, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
      <XAxis
        dataKey="time"
        type="number"
        scale="time"
        domain={['dataMin', 'dataMax']}
        tickFormatter={formatterOf(props.points)}
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        minTickGap={48}
        padding={{ left: 8, right: 8 }}
      />
      <YAxis
        domain={[0, props.maxWeight]}
        ticks={[0, props.maxWeight / 2, props.maxWeight]}
        tickFormatter={weight => formatWeight(weight, props.maxWeight)}
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        width={64}
      />
      <Tooltip content={<WeightTooltip />} />
      <Area
        type="stepAfter"
        dataKey="actual"
        stroke="none"
        fill="var(--bui-announcement-bg)"
        fillOpacity={0.2}
        isAnimationActive={false}
      />
      <Line
        type="stepAfter"
        dataKey="desired"
        stroke="var(--bui-fg-primary)"
        strokeWidth={1}
        strokeDasharray="4 4"
        dot={false}
        isAnimationActive={false}
      />
      <Line
        type="stepAfter"
        dataKey="actual"
        stroke="var(--bui-announcement-bg)"
        strokeWidth={2}
        dot={<WeightDot />}
        isAnimationActive={false}
      />
    </ComposedChart>
  </ResponsiveContainer>
);

export default WeightChart;
