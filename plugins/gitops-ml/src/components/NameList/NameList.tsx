import { Absent } from '../Absent/Absent';
import { BreakableName } from '../BreakableName/BreakableName';
import { Hint } from '../Hint/Hint';
import styles from './NameList.module.css';

const FIRST_SHOWN = 2;

/** A few names, one below the other; the rest is a count whose tooltip names them. */
export const NameList = (props: { names: string[]; none: string }) => {
  const { names, none } = props;
  if (names.length === 0) return <Absent what={none} />;
  const rest = names.slice(FIRST_SHOWN);
  return (
    <ul className={styles.root}>
      {names.slice(0, FIRST_SHOWN).map(name => (
        <li key={name} className={styles.name}>
          <BreakableName name={name} />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Hint text={`+${rest.length}`} hint={rest.join(', ')} />
        </li>
      )}
    </ul>
  );
};
