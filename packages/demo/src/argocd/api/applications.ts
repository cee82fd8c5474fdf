import { z } from 'zod/v4';
import { ApiError, invalid, notFound, permissionDenied } from '../ApiError';
import { Context, requireRight } from '../Context';
import { Application, applicationSchema } from '../contract';
import { readObject } from '../spec/readObject';
import {
  checkApplication,
  createApplication,
  findProject,
  normalize,
  rbacName,
} from './createApplication';
import { mergePatch } from './mergePatch';
import { parseLabelSelector } from './labelSelector';
import { pickFields } from './pickFields';
import { Call, readBody, readFlag, readName, Route } from './Route';
import { withResourceHealth } from './withResourceHealth';

/** `/api/v1/applications` (server/application/application.go). */
export function createApplicationRoutes(context: Context): Route[] {
  const path = '/applications';
  const one = `${path}/{name}`;
  return [
    { method: 'POST', path, handle: call => createApplication(context, call) },
    { method: 'GET', path, handle: call => listApplications(context, call) },
    {
      method: 'GET',
      path: one,
      handle: call => getApplication(context, call),
    },
    {
      method: 'PATCH',
      path: one,
      handle: call => patchApplication(context, call),
    },
    {
      method: 'DELETE',
      path: one,
      handle: call => deleteApplication(context, call),
    },
    ...(context.live
      ? []
      : [
          {
            method: 'POST' as const,
            path: `${one}/sync`,
            handle: (call: Call) => refuseSync(context, call),
          },
        ]),
  ];
}

/** `project` and `projects` are the same parameter by two names. */
export const projectsOf = (query: URLSearchParams) =>
  [...query.getAll('projects'), ...query.getAll('project')].filter(Boolean);

function listApplications(context: Context, { claims, query }: Call): unknown {
  const { name: subject } = claims();
  const matches = parseLabelSelector(query.get('selector') ?? '');
  const projects = projectsOf(query);
  const [name, repo, fields] = ['name', 'repo', 'fields'].map(key =>
    query.get(key),
  );
  const items = context.applications
    .list()
    .filter(({ metadata }) => matches(metadata.labels ?? {}))
    .filter(({ metadata }) => !name || metadata.name === name)
    .filter(({ spec }) => !repo || spec.source?.repoURL === repo)
    .filter(({ spec }) => !projects.length || projects.includes(spec.project))
    .filter(({ metadata, spec }) =>
      context.enforcer.isAllowed(
        subject,
        'applications',
        'get',
        rbacName(spec.project, metadata.name),
      ),
    );
  return {
    metadata: { resourceVersion: context.versions.last },
    items: items
      .map(item => withResourceHealth(context, item))
      .map(item => (fields ? pickFields(item, fields) : item)),
  };
}

/**
 * An application that is there and may be seen. Without a project in the query
 * nothing tells one from the other (getAppEnforceRBAC). Throws `ApiError`.
 */
export function findApplication(
  context: Context,
  { claims, query, segments }: Call,
  action: string,
): Application {
  const { name: subject } = claims();
  const name = readName(segments.name);
  const [project, ...more] = projectsOf(query);
  if (more.length > 0) {
    throw invalid(
      'multiple projects specified - the get endpoint accepts either zero or one project',
    );
  }
  const isAllowed = (of: string) =>
    context.enforcer.isAllowed(
      subject,
      'applications',
      action,
      rbacName(of, name),
    );
  if (project && !isAllowed(project)) throw permissionDenied();
  const application = context.applications.get(name);
  const found =
    application &&
    isAllowed(application.spec.project) &&
    (!project || application.spec.project === project);
  if (found) return application;
  throw project ? notFound('applications', name) : permissionDenied();
}

/** With `?refresh=` as it is once its repository has been read again. */
async function getApplication(
  context: Context,
  call: Call,
): Promise<Application> {
  const found = findApplication(context, call, 'get');
  const { name } = found.metadata;
  const refresh = call.query.get('refresh');
  if (!context.live || !refresh) return withResourceHealth(context, found);
  const how = refresh === 'hard' ? 'hard' : 'normal';
  await context.live.controller.refresh(name, how);
  return withResourceHealth(context, findApplication(context, call, 'get'));
}

const patchSchema = z.looseObject({
  patch: z.string(),
  patchType: z.string().optional(),
});

async function patchApplication(
  context: Context,
  call: Call,
): Promise<Application> {
  const before = findApplication(context, call, 'get');
  const object = rbacName(before.spec.project, before.metadata.name);
  requireRight(context, call.claims(), 'applications', 'update', object);
  const { patch, patchType } = readBody(patchSchema, call.body);
  if (patchType !== 'merge') {
    throw new ApiError(
      'Unimplemented',
      'the demo takes patches of type merge only',
    );
  }
  const patched = readObject(applicationSchema, mergePatch(before, patch));
  const wanted = normalize(patched);
  await checkApplication(context, call.claims(), wanted, {
    project: findProject(context, wanted),
    readsRepository: true,
  });
  return context.applications.update({
    ...before,
    metadata: { ...before.metadata, ...wanted.metadata },
    spec: wanted.spec,
  });
}

async function deleteApplication(
  context: Context,
  call: Call,
): Promise<object> {
  const { metadata, spec } = findApplication(context, call, 'get');
  const object = rbacName(spec.project, metadata.name);
  requireRight(context, call.claims(), 'applications', 'delete', object);
  if (context.live) await setCascade(context, metadata.name, call);
  await context.applications.delete(metadata.name);
  return {};
}

const cascadeFinalizer = 'resources-finalizer.argocd.argoproj.io';

/** Unless it is told not to, deleting an application deletes what it deployed. */
async function setCascade(
  { applications }: Context,
  name: string,
  { query }: Call,
): Promise<void> {
  const application = applications.get(name);
  if (!application) return;
  const { finalizers = [], ...metadata } = application.metadata;
  const others = finalizers.filter(item => item !== cascadeFinalizer);
  const isCascading = readFlag(query, 'cascade') ?? true;
  await applications.update({
    ...application,
    metadata: {
      ...metadata,
      finalizers: isCascading ? [...others, cascadeFinalizer] : others,
    },
  });
}

function refuseSync(context: Context, call: Call): never {
  const { metadata, spec } = findApplication(context, call, 'get');
  const object = rbacName(spec.project, metadata.name);
  requireRight(context, call.claims(), 'applications', 'sync', object);
  throw new ApiError(
    'Unimplemented',
    "the demo's Argo CD API stores applications and syncs none",
  );
}
