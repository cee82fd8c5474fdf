import { Hint } from '../Hint/Hint';

/** `?`: it exists and could not be read. The tooltip says why. */
export const Unknown = ({ why }: { why: string }) => (
  <Hint text="Unknown" hint={why}>
    ?
  </Hint>
);
