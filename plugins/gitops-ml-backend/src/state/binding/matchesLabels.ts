/** Is one requirement of a selector met? */
type Requirement = (labels: Readonly<Record<string, string>>) => boolean;

const KEY = '([A-Za-z0-9][-A-Za-z0-9_./]*)';
const SET = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUAL = new RegExp(`^${KEY}\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)$`);
const EXISTS = new RegExp(`^(!?)\\s*${KEY}$`);

/**
 * Do labels meet a selector? One that can't be read is met by nothing: it must not choose
 * more than somebody meant.
 * Source: labels.Parse, k8s.io/apimachinery/pkg/labels/selector.go.
 */
export function matchesLabels(
  labels: Readonly<Record<string, string>> | undefined,
  selector: string,
): boolean {
  return splitTerms(selector).every(term =>
    parseRequirement(term.trim())(labels ?? {}),
  );
}

/** At the commas that are not within parentheses. */
function splitTerms(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/);
}

function parseRequirement(term: string): Requirement {
  const [, key, operator, value] = SET.exec(term) ?? EQUAL.exec(term) ?? [];
  switch (operator) {
    case '=':
    case '==':
      return labels => labels[key] === value;
    case '!=':
      return labels => labels[key] !== value;
    case 'in':
      return labels => splitValues(value).includes(labels[key]);
    case 'notin':
      return labels => !splitValues(value).includes(labels[key]);
    default:
      return parseExistence(term);
  }
}

function splitValues(text: string): (string | undefined)[] {
  return text.split(',').map(value => value.trim());
}

function parseExistence(term: string): Requirement {
  const [, not, key] = EXISTS.exec(term) ?? [];
  if (key === undefined) return () => false;
  return labels => Object.hasOwn(labels, key) === (not === '');
}
