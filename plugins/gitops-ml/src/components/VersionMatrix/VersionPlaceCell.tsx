import { VersionPlace } from '../../view-model/collectVersionMatrix';
import { formatAbsoluteTime } from '../../view-model/formatTime';
import { Absent } from '../Absent/Absent';
import { Hint } from '../Hint/Hint';
import styles from './VersionMatrix.module.css';

/** Solid where the version is, faded where it was. */
export const VersionPlaceCell = ({ place }: { place: VersionPlace }) => {
  switch (place.kind) {
    case 'now': {
      const { at, tag } = place.since;
      return (
        <Hint
          text="now"
          hint={`since ${formatAbsoluteTime(at) ?? at}, by the tag ${tag}`}
          quiet
        >
          <span className={styles.now}>now</span>
        </Hint>
      );
    }
    case 'earlier': {
      const { at, tag } = place.last;
      return (
        <Hint
          text="earlier"
          hint={`assigned ${formatAbsoluteTime(at) ?? at}, by the tag ${tag}`}
          quiet
        >
          <span className={styles.earlier}>earlier</span>
        </Hint>
      );
    }
    case 'never':
      return <Absent what="Never assigned to this stage." />;
    default:
      return place satisfies never;
  }
};
