import {
  STATE_PART_TITLES,
  STATE_PARTS,
} from '../../view-model/live/stateParts';

/** The heads of the five columns. */
export const StateTupleHead = () => (
  <>
    {STATE_PARTS.map(part => (
      <th key={part} scope="col">
        {STATE_PART_TITLES[part]}
      </th>
    ))}
  </>
);
