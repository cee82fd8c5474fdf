import { Fragment } from 'react';

/** A name that may break behind its separators, so that none of it need be cut off. */
export const BreakableName = ({ name }: { name: string }) => (
  <>
    {name.split(/(?<=[_./-])/).map((part, index) => (
      <Fragment key={index}>
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </>
);
