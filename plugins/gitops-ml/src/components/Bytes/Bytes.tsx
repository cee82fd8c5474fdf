import { formatBytes, formatExactBytes } from '../../view-model/formatBytes';
import { Hint } from '../Hint/Hint';
import { Unknown } from '../Unknown/Unknown';

/** A size for people; the exact bytes are in the tooltip. `undefined` is unknown, not 0. */
export const Bytes = (props: { bytes: number | undefined; why: string }) =>
  props.bytes === undefined ? (
    <Unknown why={props.why} />
  ) : (
    <Hint
      text={formatBytes(props.bytes)}
      hint={formatExactBytes(props.bytes)}
      quiet
    />
  );
