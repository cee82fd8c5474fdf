/** What a subject or role may, or may not, do. */
export interface Rule {
  subject: string;
  resource: string;
  action: string;
  object: string;
  isAllowed: boolean;
}

export interface Policy {
  rules: Rule[];
  /** Subject or role → the roles it has. */
  roles: Map<string, string[]>;
}

/**
 * Reads lines as Argo CD's `policy.csv` has them:
 * `p, <subject>, <resource>, <action>, <object>, <allow|deny>` and
 * `g, <subject>, <role>`. Throws where a line is neither.
 */
export function parsePolicy(text: string): Policy {
  const policy: Policy = { rules: [], roles: new Map() };
  text.split('\n').forEach((line, index) => {
    const fields = line.split(',').map(field => field.trim());
    if (line.trim() === '' || line.trim().startsWith('#')) return;
    if (!addLine(policy, fields)) {
      throw new Error(`Line ${index + 1} of the policy is none: ${line}`);
    }
  });
  return policy;
}

function addLine(policy: Policy, fields: string[]): boolean {
  const [kind, subject, ...rest] = fields;
  if (kind === 'g' && rest.length === 1) {
    const roles = policy.roles.get(subject) ?? [];
    policy.roles.set(subject, [...roles, rest[0]]);
    return true;
  }
  const [resource, action, object, effect] = rest;
  if (kind !== 'p' || rest.length !== 4 || !/^(allow|deny)$/.test(effect)) {
    return false;
  }
  const isAllowed = effect === 'allow';
  policy.rules.push({ subject, resource, action, object, isAllowed });
  return true;
}
