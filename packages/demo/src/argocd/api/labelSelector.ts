import { ApiError } from '../ApiError';

type Labels = Record<string, string>;
type Requirement = (labels: Labels) => boolean;

const setBased = /^(\S+)\s+(in|notin)\s+\(([^()]*)\)$/;
const equality = /^([^=!\s]+)\s*(==|=|!=)\s*([^=!\s]*)$/;
const existence = /^(!?)\s*([^=!\s()]+)$/;

/** What `?selector=` asks of labels, as Kubernetes has it. Throws `ApiError`. */
export function parseLabelSelector(selector: string): Requirement {
  // Commas inside parentheses belong to a set.
  const parts = selector.split(/,(?![^(]*\))/).map(part => part.trim());
  const requirements = parts.filter(Boolean).map(parseRequirement);
  return labels => requirements.every(holds => holds(labels));
}

function parseRequirement(text: string): Requirement {
  const inSet = setBased.exec(text);
  if (inSet) {
    const [, key, operator, list] = inSet;
    const values = list.split(',').map(value => value.trim());
    return labels =>
      (labels[key] !== undefined && values.includes(labels[key])) ===
      (operator === 'in');
  }
  const equal = equality.exec(text);
  if (equal) {
    const [, key, operator, value] = equal;
    return labels => (labels[key] === value) === (operator !== '!=');
  }
  const exists = existence.exec(text);
  if (exists) {
    const [, negation, key] = exists;
    return labels => key in labels === (negation === '');
  }
  throw new ApiError(
    'Unknown',
    `error parsing the selector: unable to parse requirement: ${text}`,
  );
}
