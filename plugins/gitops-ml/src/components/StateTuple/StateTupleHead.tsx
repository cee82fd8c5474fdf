import { STATE_PARTS, StatePartName } from '../../view-model/live/stateParts';

const TITLES: Record<StatePartName, string> = {
  code: 'Code',
  features: 'Features',
  data: 'Data',
  model: 'Model',
  configuration: 'Configuration',
};

/** The heads of the five columns. */
export const StateTupleHead = () => (
  <>
    {STATE_PARTS.map(part => (
      <th key={part} scope="col">
        {TITLES[part]}
      </th>
    ))}
  </>
);
