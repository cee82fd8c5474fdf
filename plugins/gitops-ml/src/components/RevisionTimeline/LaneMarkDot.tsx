import { formatAbsoluteTime } from '../../view-model/formatTime';
import { LaneMark } from '../../view-model/live/collectLanes';
import {
  describeOutcome,
  describeReleaseChange,
  describeReleaseNotes,
} from '../../view-model/live/describeReleaseChange';
import { Hint } from '../Hint/Hint';
import { STATUS_LOOKS } from '../StatusWord/statusLooks';
import styles from './RevisionTimeline.module.css';

/** A release on its lane: shape and colour by what came of it. */
export const LaneMarkDot = ({ mark }: { mark: LaneMark }) => {
  const { release } = mark;
  const { status, word } = describeOutcome(release);
  const { icon: Icon, color } = STATUS_LOOKS[status];
  const hint = [
    describeReleaseChange(release),
    word.toLowerCase(),
    formatAbsoluteTime(release.at) ?? release.at,
    describeReleaseNotes(release),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <span
      className={styles.mark}
      style={{ insetInlineStart: `${mark.position * 100}%` }}
    >
      <Hint text={mark.label} hint={hint} quiet>
        <Icon className={styles.icon} style={{ color }} aria-hidden />
      </Hint>
      {mark.isLabelled && <span className={styles.label}>{mark.label}</span>}
    </span>
  );
};
