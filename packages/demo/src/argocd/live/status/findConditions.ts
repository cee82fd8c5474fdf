import { ApplicationCondition } from '../operation/contract';

/** A condition, before it is known since when it holds. */
export type NewCondition = Omit<ApplicationCondition, 'lastTransitionTime'> & {
  type: string;
  message: string;
};

/** Conditions with the time since which they hold as they are. */
export function dateConditions(
  conditions: readonly NewCondition[],
  before: readonly ApplicationCondition[],
  now: string,
): ApplicationCondition[] {
  return conditions.map(condition => ({
    ...condition,
    lastTransitionTime:
      before.find(
        ({ type, message }) =>
          type === condition.type && message === condition.message,
      )?.lastTransitionTime ?? now,
  }));
}
