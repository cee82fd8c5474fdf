import { formatTime } from '../../clock/Clock';
import { Condition, RolloutStatus } from '../contract';

type Conditions = readonly Condition[];

export const findCondition = (status: RolloutStatus, type: string) =>
  status.conditions?.find(condition => condition.type === type);

export function createCondition(
  type: string,
  status: Condition['status'],
  reason: string,
  message: string,
  now: number,
): Condition {
  const time = formatTime(now);
  return {
    lastTransitionTime: time,
    lastUpdateTime: time,
    message,
    reason,
    status,
    type,
  };
}

export const withoutCondition = (conditions: Conditions, type: string) =>
  conditions.filter(condition => condition.type !== type);

/**
 * A condition of the same status and reason stays as it is; a new reason keeps
 * the time of the last transition.
 * Source: utils/conditions/conditions.go `SetRolloutCondition`.
 */
export function setCondition(
  conditions: Conditions,
  condition: Condition,
): Condition[] {
  const before = conditions.find(({ type }) => type === condition.type);
  if (
    before?.status === condition.status &&
    before.reason === condition.reason
  ) {
    return [...conditions];
  }
  const kept =
    before?.status === condition.status
      ? { ...condition, lastTransitionTime: before.lastTransitionTime }
      : condition;
  return [...withoutCondition(conditions, condition.type), kept];
}
