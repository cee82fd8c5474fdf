import { TooltipContentProps } from 'recharts';
import { SizePoint, SizeSeries } from '../../view-model/collectSizeSeries';
import { formatBytes } from '../../view-model/formatBytes';
import { formatAbsoluteTime } from '../../view-model/formatTime';
import { seriesColor } from '../../view-model/palette';
import chart from '../chart.module.css';
import styles from './SizeChart.module.css';

/** What recharts hands to a tooltip, less what we don't read. */
interface SizeTooltipProps
  extends Partial<Pick<TooltipContentProps<number, string>, 'active'>> {
  payload?: readonly { payload?: SizePoint }[];
  series: SizeSeries[];
}

/** The sizes at a commit, by output, with what the commit was. */
export const SizeTooltip = (props: SizeTooltipProps) => {
  const point = props.payload?.[0]?.payload;
  if (!props.active || !point) return null;
  const { commit, bytes, total } = point;
  return (
    <div className={chart.tooltip}>
      <strong>
        {commit ? `${commit.oid.slice(0, 7)} ${commit.message}` : 'now'}
      </strong>
      {commit && (
        <span className={chart.when}>
          {commit.author} · {formatAbsoluteTime(commit.date)}
        </span>
      )}
      {props.series.map(({ key, label }, index) =>
        bytes[key] === undefined ? null : (
          <span className={styles.row} key={key}>
            <span
              className={styles.swatch}
              style={{ background: seriesColor(index) }}
            />
            <span className={styles.label}>{label}</span>
            <span>{formatBytes(bytes[key])}</span>
          </span>
        ),
      )}
      <span className={styles.total}>total {formatBytes(total)}</span>
    </div>
  );
};
