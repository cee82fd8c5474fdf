import { Link } from '@backstage/ui';
import { StateCell } from '../../view-model/live/collectStateCells';
import { Drift } from '../../view-model/live/describeDifference';
import { Absent } from '../Absent/Absent';
import { BreakableName } from '../BreakableName/BreakableName';
import { CopyButton } from '../CopyButton/CopyButton';
import { DriftMark } from '../DriftMark/DriftMark';
import { Hint } from '../Hint/Hint';
import { TwoLines } from '../TwoLines/TwoLines';
import { Unknown } from '../Unknown/Unknown';
import styles from './StateTuple.module.css';

type KnownCell = Extract<StateCell, { kind: 'known' }>;

const CellText = (props: { cell: KnownCell; href?: string }) => {
  const { text, full, isHash } = props.cell;
  const className = isHash ? styles.hash : styles.words;
  if (props.href) {
    return (
      <Link className={className} href={props.href} title={full}>
        {text}
      </Link>
    );
  }
  return full ? (
    <Hint text={text} hint={full} quiet>
      <span className={className}>{text}</span>
    </Hint>
  ) : (
    <span className={className}>{text}</span>
  );
};

const KnownPart = (props: { cell: KnownCell; href?: string }) => (
  <span className={styles.known}>
    <CellText {...props} />
    {props.cell.isHash && props.cell.full && (
      <CopyButton text={props.cell.full} what={props.cell.text} />
    )}
  </span>
);

function belowOf(cell: StateCell): string | undefined {
  if (cell.kind !== 'known') return undefined;
  return [cell.detail, cell.asTrained ? 'as trained' : undefined]
    .filter(Boolean)
    .join(' · ');
}

/** One part of a state with its drift beside it. */
export const StatePartCell = (props: {
  cell: StateCell;
  drift?: Drift;
  href?: string;
}) => {
  const { cell, drift, href } = props;
  const below = belowOf(cell);
  return (
    <TwoLines below={below && <BreakableName name={below} />} wraps>
      {cell.kind === 'known' && <KnownPart cell={cell} href={href} />}
      {cell.kind === 'none' && <Absent what={cell.why} />}
      {cell.kind === 'unknown' && <Unknown why={cell.why} />}
      <DriftMark drift={drift} />
    </TwoLines>
  );
};
