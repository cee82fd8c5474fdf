import { useNow } from '../../hooks/useNow';
import {
  formatAbsoluteTime,
  formatRelativeTime,
} from '../../view-model/formatTime';
import { Hint } from '../Hint/Hint';

/** How long ago; the moment itself, with its zone, is in the tooltip. */
export const RelativeTime = (props: { time: string }) => {
  const now = useNow();
  const relative = formatRelativeTime(props.time, now);
  const absolute = formatAbsoluteTime(props.time);
  if (!relative || !absolute) return <span>{props.time}</span>;
  return (
    <Hint text={relative} hint={absolute} quiet>
      <time dateTime={props.time}>{relative}</time>
    </Hint>
  );
};
