import { Problem } from '../../reading/Problem';
import { DraftBase } from '../definitions/drafts';

/** How Feast treats definitions of the same name. */
interface NameRule {
  kind: string;
  ignoreCase: boolean;
}

/**
 * A problem for each definition after the first of its name. Feast refuses views
 * and sources of one name; of entities and services it registers one by chance
 * (the order of a Python set).
 */
export function findDuplicates(
  drafts: readonly DraftBase[],
  rule: NameRule,
): Problem[] {
  const seen = new Map<string, DraftBase>();
  return drafts.flatMap<Problem>(draft => {
    const { name, definedIn } = draft;
    if (name === undefined) return [];
    const key = rule.ignoreCase ? name.toLowerCase() : name;
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, draft);
      return [];
    }
    const other = `${earlier.definedIn.path}:${earlier.definedIn.line}`;
    const args = { kind: rule.kind, name, other };
    return [{ code: 'duplicate-name', severity: 'error', ...definedIn, args }];
  });
}
