import { Condition, JobStatus } from '../contract';

/** How a Job ended. */
export type JobEnd =
  | { kind: 'complete' }
  | { kind: 'failed'; reason: string | undefined }
  | { kind: 'late' };

interface JobFacts {
  startTime: string;
  phases: string[];
  end: JobEnd | undefined;
  now: string;
  before: JobStatus;
}

/** The two conditions of an end: what was decided, then that it is so. */
function conditionsOf(end: JobEnd, now: string): Condition[] {
  const both = (types: string[], reason: string, message: string) =>
    types.map(type => ({
      type,
      status: 'True',
      lastProbeTime: now,
      lastTransitionTime: now,
      reason,
      message,
    }));
  switch (end.kind) {
    case 'complete':
      return both(
        ['SuccessCriteriaMet', 'Complete'],
        'CompletionsReached',
        'Reached expected number of succeeded pods',
      );
    case 'failed': {
      const message = 'Job has reached the specified backoff limit';
      return both(
        ['FailureTarget', 'Failed'],
        'BackoffLimitExceeded',
        end.reason ? `${message}: ${end.reason}` : message,
      );
    }
    case 'late':
      return both(
        ['FailureTarget', 'Failed'],
        'DeadlineExceeded',
        'Job was active longer than specified deadline',
      );
    default:
      throw new Error(`no such end: ${end satisfies never}`);
  }
}

/** The status of a Job, as Kubernetes 1.34 writes it. */
export function describeJob(facts: JobFacts): object {
  const { startTime, phases, end, now, before } = facts;
  const count = (...wanted: string[]) =>
    phases.filter(phase => wanted.includes(phase)).length;
  const active = end ? 0 : count('Pending', 'Running');
  // A pod that was ended by the deadline has failed, too.
  const failed =
    Math.max(count('Failed'), before.failed) + (end?.kind === 'late' ? 1 : 0);
  return {
    ...(end && { conditions: conditionsOf(end, now) }),
    startTime,
    ...(end?.kind === 'complete' && { completionTime: now }),
    ...(active > 0 && { active }),
    ...(count('Succeeded') > 0 && { succeeded: count('Succeeded') }),
    ...(failed > 0 && { failed }),
    terminating: 0,
    uncountedTerminatedPods: {},
    ready: end ? 0 : count('Running'),
  };
}
