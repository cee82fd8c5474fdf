import { z } from 'zod/v4';
import { invalid, notFound } from '../ApiError';
import { Context, requireRight } from '../Context';
import { Project, projectSchema } from '../contract';
import { isSameJson } from '../../json/isSameJson';
import { describeBadName } from '../spec/describeBadName';
import { describeDifference } from '../spec/diffKeys';
import { readObject } from '../spec/readObject';
import { userMetadata } from '../spec/userMetadata';
import { Call, readBody, readName, Route } from './Route';

const bodySchema = z.looseObject({
  project: z.unknown(),
  upsert: z.boolean().optional(),
});

/** `/api/v1/projects` (server/project/project.go). */
export function createProjectRoutes(context: Context): Route[] {
  const { projects, enforcer, versions } = context;
  const path = '/projects';
  const readable = (call: Call) => {
    const name = readName(call.segments.name);
    requireRight(context, call.claims(), 'projects', 'get', name);
    return requireProject(projects.get(name), name);
  };
  return [
    { method: 'POST', path, handle: call => createProject(context, call) },
    {
      method: 'GET',
      path,
      handle: call => {
        const { name: subject } = call.claims();
        return {
          metadata: { resourceVersion: versions.last },
          items: projects
            .list()
            .filter(({ metadata: { name } }) =>
              enforcer.isAllowed(subject, 'projects', 'get', name),
            ),
        };
      },
    },
    { method: 'GET', path: `${path}/{name}`, handle: readable },
    {
      method: 'DELETE',
      path: `${path}/{name}`,
      handle: call => deleteProject(context, call),
    },
  ];
}

function requireProject(project: Project | undefined, name: string): Project {
  if (!project) throw notFound('appprojects', name);
  return project;
}

async function createProject(context: Context, call: Call): Promise<Project> {
  const claims = call.claims();
  const { project, upsert } = readBody(bodySchema, call.body);
  if (project === undefined) {
    throw invalid("missing payload 'project' in request");
  }
  const { metadata, spec } = readObject(projectSchema, project);
  requireRight(context, claims, 'projects', 'create', metadata.name);
  checkDestinations(spec);
  checkRepositories(spec);
  const badName = describeBadName('AppProject', metadata.name);
  if (badName) throw invalid(badName);
  const wanted = { metadata: userMetadata(metadata), spec, status: {} };
  const created = await context.projects.create(wanted);
  if (created) return created;
  const existing = requireProject(
    context.projects.get(metadata.name),
    metadata.name,
  );
  if (upsert) {
    requireRight(context, claims, 'projects', 'update', metadata.name);
    return context.projects.update({ ...existing, spec });
  }
  if (isSameJson(existing.spec, spec)) return existing;
  throw invalid(describeDifference('project', existing.spec, spec));
}

function checkDestinations({ destinations = [] }: Project['spec']): void {
  const seen = new Set<string>();
  for (const { server = '', name = '', namespace = '' } of destinations) {
    const bad = Object.entries({ name, server, namespace }).find(
      ([, value]) => value === '!*',
    );
    if (bad) throw invalid(`${bad[0]} has an invalid format, '!*'`);
    const key = `${server || name}/${namespace}`;
    if (seen.has(key)) throw invalid(`destination '${key}' already added`);
    seen.add(key);
  }
}

function checkRepositories({ sourceRepos = [] }: Project['spec']): void {
  const seen = new Set<string>();
  for (const url of sourceRepos) {
    if (url === '!*') {
      throw invalid("source repository has an invalid format, '!*'");
    }
    if (seen.has(url)) {
      throw invalid(`source repository '${url}' already added`);
    }
    seen.add(url);
  }
}

async function deleteProject(context: Context, call: Call): Promise<object> {
  const name = readName(call.segments.name);
  if (name === 'default') {
    throw invalid("name 'default' is reserved and cannot be deleted");
  }
  requireRight(context, call.claims(), 'projects', 'delete', name);
  requireProject(context.projects.get(name), name);
  const users = context.applications
    .list()
    .filter(({ spec }) => spec.project === name);
  if (users.length > 0) {
    throw invalid(`project is referenced by ${users.length} applications`);
  }
  await context.projects.delete(name);
  return {};
}
