import { Problem } from '../reading/Problem';
import { ReadLimits } from '../reading/ReadLimits';

/** At most as many items as the limit has it; a problem where there are more. */
export function takeWithin<T>(
  items: T[],
  what: string,
  context: { limits: ReadLimits; path: string; problems: Problem[] },
): T[] {
  const limit = context.limits.entries;
  if (items.length <= limit) return items;
  context.problems.push({
    code: 'limit-exceeded',
    severity: 'error',
    path: context.path,
    args: { what, limit },
  });
  return items.slice(0, limit);
}
