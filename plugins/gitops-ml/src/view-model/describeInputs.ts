import { countNoun } from './countNoun';
import { InputRow } from './diffInputs';

const WORDS: Record<InputRow['change'], string> = {
  same: 'same',
  changed: 'changed',
  new: 'new',
  unknown: 'not comparable',
};

/** How many inputs differ from the version before, and which; `?` where none can be compared. */
export function describeInputs(inputs: readonly InputRow[]): {
  text: string;
  hint: string;
} {
  if (inputs.length === 0)
    return { text: '0 inputs', hint: 'The stage has no inputs.' };
  const differing = inputs.filter(
    ({ change }) => change === 'changed' || change === 'new',
  );
  const isKnown = inputs.some(({ change }) => change !== 'unknown');
  return {
    text: isKnown
      ? `${differing.length} of ${countNoun(inputs.length, 'input')}`
      : '? inputs',
    hint: inputs.map(({ id, change }) => `${id}: ${WORDS[change]}`).join(', '),
  };
}
