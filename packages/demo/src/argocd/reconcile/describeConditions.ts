import { formatTime } from '../../clock/Clock';
import { SetCondition } from '../contract';

/** How looking at an ApplicationSet ended. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'not-generated'; reason: string; message: string }
  | { kind: 'not-applied'; reason: string; message: string };

const upToDate = 'All applications have been generated successfully';

/** The conditions of an ApplicationSet, worded and ordered as Argo CD 3.2's controller has them. */
export function describeConditions(
  outcome: Outcome,
  before: readonly SetCondition[],
  nowMs: number,
): SetCondition[] {
  const wanted = outcome.kind === 'done' ? whenDone() : whenFailed(outcome);
  const now = formatTime(nowMs);
  return wanted.map(condition => {
    const same = before.find(
      other =>
        other.type === condition.type &&
        other.status === condition.status &&
        other.reason === condition.reason &&
        other.message === condition.message,
    );
    return {
      ...condition,
      lastTransitionTime: same?.lastTransitionTime ?? now,
    };
  });
}

type Wanted = Omit<SetCondition, 'lastTransitionTime'> & {
  type: string;
  status: string;
  reason: string;
  message: string;
};

const parametersGenerated: Wanted = {
  type: 'ParametersGenerated',
  message: 'Successfully generated parameters for all Applications',
  status: 'True',
  reason: 'ParametersGenerated',
};

function whenDone(): Wanted[] {
  const message = upToDate;
  const reason = 'ApplicationSetUpToDate';
  return [
    { type: 'ErrorOccurred', message, status: 'False', reason },
    parametersGenerated,
    { type: 'ResourcesUpToDate', message, status: 'True', reason },
  ];
}

function whenFailed({
  kind,
  reason,
  message,
}: Exclude<Outcome, { kind: 'done' }>): Wanted[] {
  const failed = { message, status: 'False', reason: 'ErrorOccurred' };
  return [
    { type: 'ErrorOccurred', message, status: 'True', reason },
    kind === 'not-generated'
      ? { type: 'ParametersGenerated', ...failed }
      : parametersGenerated,
    { type: 'ResourcesUpToDate', ...failed },
  ];
}
