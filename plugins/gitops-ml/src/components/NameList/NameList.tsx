import { Absent } from '../Absent/Absent';
import { Hint } from '../Hint/Hint';

const FIRST_SHOWN = 2;

/** A few names; the rest is a count whose tooltip names them. */
export const NameList = (props: { names: string[]; none: string }) => {
  const { names, none } = props;
  if (names.length === 0) return <Absent what={none} />;
  const rest = names.slice(FIRST_SHOWN);
  return (
    <>
      {names.slice(0, FIRST_SHOWN).join(', ')}
      {rest.length > 0 && (
        <Hint text={`+${rest.length}`} hint={rest.join(', ')} />
      )}
    </>
  );
};
