import { formatTime } from '../../clock/Clock';
import { Context } from '../Context';
import { Application } from '../contract';
import { findForbidden } from '../spec/checkPermitted';
import { emptyStatus } from '../spec/emptyStatus';

/**
 * The status of a generated Application: empty, but for what its project does
 * not allow. That is about this one only and harms no other.
 */
export function describeStatus(
  { projects, clusters, applications, clock }: Context,
  application: Application,
): Application['status'] {
  const project = projects.get(application.spec.project);
  const messages = project ? findForbidden(application, project, clusters) : [];
  if (messages.length === 0) return emptyStatus;
  const before = applications.get(application.metadata.name)?.status.conditions;
  const now = formatTime(clock.now());
  return {
    ...emptyStatus,
    conditions: messages.map(message => ({
      type: 'InvalidSpecError',
      message,
      lastTransitionTime:
        before?.find(condition => condition.message === message)
          ?.lastTransitionTime ?? now,
    })),
  };
}
