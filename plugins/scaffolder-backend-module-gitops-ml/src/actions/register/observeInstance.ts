import {
  ArgoCdAnswer,
  ArgoCdApplication,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { Seen, SeenInstance } from './plan';
import { OnConflict } from './Registration';
import { explain, RegistrationContext, unwrap } from './RegistrationContext';

/** Reads what an instance holds under the wanted names; changes nothing. */
export async function observeInstance(
  context: RegistrationContext,
  onConflict: OnConflict,
): Promise<SeenInstance> {
  const { client, registration } = context;
  const { project, workload } = registration;
  const seenProject = see(context, await client.getProject(project.name));
  if (workload.kind === 'applications') {
    const applications = new Map<string, Seen<ArgoCdApplication>>();
    for (const { metadata } of workload.manifests) {
      const { name } = metadata;
      const answer = await client.getApplication(name, project.name);
      applications.set(name, see(context, answer));
    }
    return {
      project: seenProject,
      applicationSet: { status: 'absent' },
      generated: [],
      applications,
    };
  }
  const { name } = workload.manifest.metadata;
  const applicationSet = see(context, await client.getApplicationSet(name));
  const adopts = onConflict === 'adopt' && applicationSet.status === 'exists';
  return {
    project: seenProject,
    applicationSet,
    generated: adopts
      ? unwrap(context, await client.generateApplications(applicationSet.value))
      : [],
    applications: new Map(),
  };
}

function see<T>(
  context: RegistrationContext,
  answer: ArgoCdAnswer<T>,
): Seen<T> {
  if (answer.ok) return { status: 'exists', value: answer.value };
  switch (answer.failure.kind) {
    case 'not-found':
      return { status: 'absent' };
    case 'forbidden':
      return { status: 'hidden' };
    default:
      throw explain(context, answer.failure);
  }
}
