import { StateCell } from '../../view-model/live/collectStateCells';
import { Drift } from '../../view-model/live/describeDifference';
import { StatePartName } from '../../view-model/live/stateParts';
import { StatePartCell } from './StatePartCell';
import styles from './StateTuple.module.css';

/** Which tab shows a part in full. */
export type PartHref = (part: StatePartName) => string | undefined;

/** The five parts of a state as cells of a table's row. */
export const StateTuple = (props: {
  cells: StateCell[];
  drifts?: (Drift | undefined)[];
  hrefOf?: PartHref;
  /** The values are the last known ones. */
  isStale?: boolean;
}) => (
  <>
    {props.cells.map((cell, index) => (
      <td
        key={cell.part}
        className={props.isStale ? styles.stale : styles.cell}
      >
        <StatePartCell
          cell={cell}
          drift={props.drifts?.[index]}
          href={props.hrefOf?.(cell.part)}
        />
      </td>
    ))}
  </>
);
