import { invalid } from '../ApiError';
import { Claims } from '../accounts/Accounts';
import { Context, requireRight } from '../Context';
import { Application, applicationSchema, Project } from '../contract';
import { isSameJson } from '../../json/isSameJson';
import { checkRepository } from '../spec/checkRepository';
import { findForbidden } from '../spec/checkPermitted';
import { findCluster } from '../spec/clusters';
import { describeBadName } from '../spec/describeBadName';
import { emptyStatus } from '../spec/emptyStatus';
import { readObject } from '../spec/readObject';
import { mergeMetadata, userMetadata } from '../spec/userMetadata';
import { Call, readFlag } from './Route';

/** The name by which policies know an application or ApplicationSet. */
export const rbacName = (project: string, name: string) =>
  `${project || 'default'}/${name}`;

/** POST /applications (server/application/application.go, Create). */
export async function createApplication(
  context: Context,
  call: Call,
): Promise<Application> {
  const claims = call.claims();
  const sent = readObject(applicationSchema, call.body);
  const object = rbacName(sent.spec.project, sent.metadata.name);
  requireRight(context, claims, 'applications', 'create', object);
  const wanted = normalize(sent);
  await checkApplication(context, claims, wanted, {
    project: findProject(context, sent),
    readsRepository: readFlag(call.query, 'validate') ?? true,
  });
  const badName = describeBadName('Application', wanted.metadata.name);
  if (badName) throw invalid(`error creating application: ${badName}`);
  const created = await context.applications.create(wanted);
  const existing = created ?? context.applications.get(wanted.metadata.name);
  if (!existing || created) return existing ?? wanted;
  if (isSameApplication(existing, wanted)) return existing;
  if (!readFlag(call.query, 'upsert')) {
    throw invalid(
      'existing application spec is different, use upsert flag to force update',
    );
  }
  requireRight(context, claims, 'applications', 'update', object);
  return context.applications.update({
    ...existing,
    metadata: mergeMetadata(existing.metadata, wanted.metadata),
    spec: wanted.spec,
  });
}

/** Throws `ApiError` where an application may not be as it is wanted. */
export async function checkApplication(
  context: Context,
  claims: Claims,
  wanted: Application,
  options: { project: Project; readsRepository: boolean },
): Promise<void> {
  const { metadata, spec } = wanted;
  const before = context.applications.get(metadata.name);
  if (before && before.spec.project !== spec.project) {
    const { project } = before.spec;
    const object = rbacName(project, metadata.name);
    requireRight(context, claims, 'applications', 'update', object);
  }
  const found = findCluster(context.clusters, spec.destination);
  if (found.kind === 'refused') {
    throw invalid(
      `application destination spec for ${metadata.name} is invalid: ${found.message}`,
    );
  }
  const broken = options.readsRepository
    ? await checkRepository(context, wanted)
    : undefined;
  const problems = broken
    ? [broken]
    : findForbidden(wanted, options.project, context.clusters);
  if (problems.length > 0) {
    const words = problems.map(problem => `InvalidSpecError: ${problem}`);
    throw invalid(
      `application spec for ${metadata.name} is invalid: ${words.join(';')}`,
    );
  }
}

/** The project of an application. Throws `ApiError`, vague as Argo CD's. */
export function findProject(
  { projects }: Context,
  { spec }: Application,
): Project {
  const project = projects.get(spec.project || 'default');
  if (project) return project;
  throw invalid(
    `app is not allowed in project "${spec.project}", or the project does not exist`,
  );
}

/** Without what is the server's to say. */
export function normalize(sent: Application): Application {
  const { project, ...spec } = sent.spec;
  return {
    metadata: userMetadata(sent.metadata),
    spec: { ...spec, project: project || 'default' },
    status: emptyStatus,
  };
}

function isSameApplication(left: Application, right: Application): boolean {
  return (
    isSameJson(left.spec, right.spec) &&
    isSameJson(userMetadata(left.metadata), userMetadata(right.metadata))
  );
}
