import { Plan } from './plan';
import { Registration, Wait } from './Registration';

/** A right of Argo CD's RBAC: `applicationsets, create, ml-churn/ml-churn`. */
export interface Right {
  resource: string;
  action: string;
  object: string;
}

/** The rights that registering needs before it is known what exists. */
export function requiredRights(
  registration: Registration,
  options: { wait: Wait; hasCredentials: boolean },
): Right[] {
  const { project, workload, repoUrl } = registration;
  const right = (resource: string, action: string, object: string): Right => ({
    resource,
    action,
    object,
  });
  const scoped = (name: string) => `${project.name}/${name}`;
  const applications = registration.environments.map(e => e.application);
  return [
    ...(project.kind === 'own'
      ? [right('projects', 'create', project.name)]
      : []),
    ...(options.hasCredentials
      ? [right('repositories', 'create', scoped(repoUrl))]
      : []),
    ...(workload.kind === 'application-set'
      ? ['create', 'get'].map(action =>
          right(
            'applicationsets',
            action,
            scoped(workload.manifest.metadata.name),
          ),
        )
      : applications.map(name =>
          right('applications', 'create', scoped(name)),
        )),
    ...(options.wait === 'none' && workload.kind === 'application-set'
      ? []
      : applications.map(name => right('applications', 'get', scoped(name)))),
  ];
}

/** The right as a line of the role, for the platform team to add. */
export function describeRight(right: Right): string {
  return `${right.resource}, ${right.action}, ${right.object}`;
}

/** What changing existing objects needs beyond creating them. */
export function requiredUpdateRights(
  { project }: Registration,
  plan: Plan,
): Right[] {
  const action = 'update';
  return plan.steps.flatMap((step): Right[] => {
    if (!('handling' in step) || step.handling !== 'update') return [];
    if (step.kind === 'AppProject') {
      return [{ resource: 'projects', action, object: step.name }];
    }
    const resource =
      step.kind === 'Application' ? 'applications' : 'applicationsets';
    return [{ resource, action, object: `${project.name}/${step.name}` }];
  });
}
