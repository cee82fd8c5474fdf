import { useNow } from '../../hooks/useNow';
import {
  formatAbsoluteTime,
  formatRelativeTime,
} from '../../view-model/formatTime';
import { Hint } from '../Hint/Hint';

/** How long ago; the moment itself, with its zone and what else there is to note, is in the tooltip. */
export const RelativeTime = (props: { time: string; note?: string }) => {
  const now = useNow();
  const relative = formatRelativeTime(props.time, now);
  const absolute = formatAbsoluteTime(props.time);
  if (!relative || !absolute) return <span>{props.time}</span>;
  return (
    <Hint
      text={relative}
      hint={[absolute, props.note].filter(Boolean).join(' · ')}
      quiet
    >
      <time dateTime={props.time}>{relative}</time>
    </Hint>
  );
};
