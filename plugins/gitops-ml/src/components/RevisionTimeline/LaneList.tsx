import { formatDay } from '../../view-model/formatTime';
import { Timeline } from '../../view-model/live/collectLanes';
import { LaneMarkDot } from './LaneMarkDot';
import styles from './RevisionTimeline.module.css';

const percent = (fraction: number) => `${fraction * 100}%`;

/** The picture: time from left to right, a lane per environment. */
export const LaneList = ({ timeline }: { timeline: Timeline }) => (
  <div className={styles.root}>
    <ul className={styles.lanes} aria-label="Releases by environment">
      {timeline.lanes.map(({ environment, marks, gaps }) => (
        <li key={environment} className={styles.lane}>
          <span className={styles.name} title={environment}>
            {environment}
          </span>
          <div className={styles.track}>
            {gaps.map(gap => (
              <span
                key={gap.from}
                className={styles.gap}
                role="img"
                aria-label={`Not watched from ${formatDay(
                  gap.from,
                )} to ${formatDay(gap.to)}`}
                title={`Not watched from ${formatDay(gap.from)} to ${formatDay(
                  gap.to,
                )}: releases may be missing.`}
                style={{
                  insetInlineStart: percent(gap.start),
                  width: percent(gap.end - gap.start),
                }}
              />
            ))}
            {marks.map(mark => (
              <LaneMarkDot key={mark.release.at} mark={mark} />
            ))}
          </div>
        </li>
      ))}
    </ul>
    <div className={styles.axis} aria-hidden>
      <span>{formatDay(timeline.from)}</span>
      <span>now</span>
    </div>
  </div>
);
