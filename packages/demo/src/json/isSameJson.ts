import { canonicalText } from './canonicalText';

/** Are two values the same, whatever the order of their keys? */
export function isSameJson(left: unknown, right: unknown): boolean {
  return canonicalText(left) === canonicalText(right);
}
