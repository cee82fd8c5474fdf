import { Problem } from '../../reading/Problem';
import { DraftBase } from '../definitions/drafts';

/** How Feast treats definitions of the same name. */
export interface NameRule {
  kind: string;
  ignoreCase: boolean;
  /** Does Feast refuse them? Otherwise the last one wins. */
  severity: 'error' | 'warning';
}

/** A problem for each definition after the first of its name. */
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
    const { severity } = rule;
    return [{ code: 'duplicate-name', severity, ...definedIn, args }];
  });
}

/** Of each name the last definition, in the place of the first. */
export function keepLast<T extends DraftBase>(drafts: readonly T[]): T[] {
  const last = new Map<string | T, T>();
  for (const draft of drafts) last.set(draft.name ?? draft, draft);
  return [...last.values()];
}
