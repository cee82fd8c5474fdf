import { formatBytes, formatExactBytes } from '../../view-model/formatBytes';
import { Hint } from '../Hint/Hint';

/** How much larger or smaller than the version before. Nothing where that is unknown. */
export const Delta = ({ bytes }: { bytes: number | undefined }) => {
  if (bytes === undefined) return null;
  if (bytes === 0) return <span>same size</span>;
  const sign = bytes > 0 ? '+' : '';
  return (
    <Hint
      text={`${sign}${formatBytes(bytes)}`}
      hint={`${sign}${formatExactBytes(bytes)} against the version before`}
      quiet
    />
  );
};
