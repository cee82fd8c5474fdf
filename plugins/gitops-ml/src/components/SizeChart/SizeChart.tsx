import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { SizePicture, SizePoint } from '../../view-model/collectSizeSeries';
import { formatBytes } from '../../view-model/formatBytes';
import { formatDay } from '../../view-model/formatTime';
import { seriesColor } from '../../view-model/palette';
import { AXIS_TICK } from '../chartLooks';
import { SizeTooltip } from './SizeTooltip';

const nameOf = (point: SizePoint | undefined) =>
  point?.commit ? formatDay(point.commit.date) : 'now';

/** Stacked sizes; each step holds until the next commit. Loaded on demand. */
const SizeChart = ({ picture }: { picture: SizePicture }) => (
  <ResponsiveContainer width="100%" height={240}>
    <AreaChart
      data={picture.points}
      accessibilityLayer
      margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
      <XAxis
        tickFormatter={index => nameOf(picture.points[index])}
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        minTickGap={24}
      />
      <YAxis
        tickFormatter={formatBytes}
        tick={AXIS_TICK}
        stroke="var(--bui-border-2)"
        width={76}
      />
      <Tooltip content={<SizeTooltip series={picture.series} />} />
      {picture.series.map(({ key, label }, index) => (
        <Area
          key={key}
          name={label}
          type="stepAfter"
          stackId="size"
          dataKey={(point: SizePoint) => point.bytes[key] ?? 0}
          stroke={seriesColor(index)}
          strokeWidth={1.5}
          fill={seriesColor(index)}
          fillOpacity={0.45}
          isAnimationActive={false}
        />
      ))}
    </AreaChart>
  </ResponsiveContainer>
);

export default SizeChart;
