import { StateCell } from '../../view-model/live/collectStateCells';
import { Drift } from '../../view-model/live/describeDifference';
import {
  STATE_PART_TITLES,
  StatePartName,
} from '../../view-model/live/stateParts';
import { StatePartCell } from './StatePartCell';
import styles from './StateTuple.module.css';

/** Which tab shows a part in full. */
export type PartHref = (part: StatePartName) => string | undefined;

/** A hash is never broken, and has its copy button beside it. */
function roomFor(cell: StateCell): string | undefined {
  return cell.kind === 'known' && cell.isHash
    ? `calc(${cell.text.length}ch + 40px)`
    : undefined;
}

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
        // What a table without its head, on a narrow page, says of the cell.
        data-label={STATE_PART_TITLES[cell.part]}
        style={{ minWidth: roomFor(cell) }}
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
