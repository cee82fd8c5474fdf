import { Hint } from '../Hint/Hint';

/** `—`: it does not exist here. */
export const Absent = ({ what }: { what: string }) => (
  <Hint text="None" hint={what} quiet>
    —
  </Hint>
);
