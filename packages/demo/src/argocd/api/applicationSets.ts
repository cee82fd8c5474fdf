import { GenerateError } from '@gitops-ml/core';
import { z } from 'zod/v4';
import { ApiError, invalid, notFound } from '../ApiError';
import { ApplicationSetController } from '../ApplicationSetController';
import { Context, requireRight } from '../Context';
import { Application, ApplicationSet, applicationSetSchema } from '../contract';
import { isSameJson } from '../../json/isSameJson';
import { addGeneratorTemplates } from '../spec/addGeneratorTemplates';
import { describeBadName } from '../spec/describeBadName';
import { readObject } from '../spec/readObject';
import { mergeMetadata, userMetadata } from '../spec/userMetadata';
import { rbacName } from './createApplication';
import { parseLabelSelector } from './labelSelector';
import { Call, readBody, readFlag, readName, Route } from './Route';

/** `/api/v1/applicationsets` (server/applicationset/applicationset.go). */
export function createApplicationSetRoutes(
  context: Context,
  controller: ApplicationSetController,
): Route[] {
  const path = '/applicationsets';
  return [
    {
      method: 'POST',
      path: `${path}/generate`,
      handle: call => generate(context, controller, call),
    },
    {
      method: 'POST',
      path,
      handle: call => create(context, controller, call),
    },
    { method: 'GET', path, handle: call => list(context, call) },
    {
      method: 'GET',
      path: `${path}/{name}`,
      handle: call => find(context, call, 'get', 'getting ApplicationSet'),
    },
    {
      method: 'DELETE',
      path: `${path}/{name}`,
      handle: call => remove(context, controller, call),
    },
  ];
}

const objectOf = ({ metadata, spec }: ApplicationSet) => {
  const { project } = spec.template.spec;
  return rbacName(typeof project === 'string' ? project : '', metadata.name);
};

/** The set that a body holds, if it may be made. Throws `ApiError`. */
function readSet(context: Context, call: Call, body: unknown): ApplicationSet {
  const sent = readObject(applicationSetSchema, body);
  const { project = '' } = sent.spec.template.spec;
  if (String(project).includes('{{')) {
    throw new ApiError(
      'Unknown',
      'error validating ApplicationSets: the Argo CD API does not currently support creating ApplicationSets with templated `project` fields',
    );
  }
  requireRight(
    context,
    call.claims(),
    'applicationsets',
    'create',
    objectOf(sent),
  );
  if (!context.projects.get(String(project))) {
    throw invalid(
      `ApplicationSet references project ${project} which does not exist`,
    );
  }
  const { generators, template, ...spec } = sent.spec;
  return {
    metadata: userMetadata(sent.metadata),
    spec: {
      ...spec,
      generators: addGeneratorTemplates(generators),
      template: {
        ...template,
        spec: { destination: {}, project: '', ...template.spec },
      },
    },
    status: {},
  };
}

async function create(
  context: Context,
  controller: ApplicationSetController,
  call: Call,
): Promise<ApplicationSet> {
  const wanted = readSet(context, call, call.body);
  if (readFlag(call.query, 'dryRun')) {
    const applications = await render(controller, wanted);
    const resources = applications.map(({ metadata: { name } }) => ({
      name,
      health: {},
    }));
    return { ...wanted, status: { resources } };
  }
  const badName = describeBadName('ApplicationSet', wanted.metadata.name);
  if (badName) throw invalid(`error creating ApplicationSet: ${badName}`);
  const created = await context.applicationSets.create(wanted);
  const stored =
    created ??
    (await updateExisting(
      context,
      call,
      wanted,
      readFlag(call.query, 'upsert'),
    ));
  controller.refresh(stored.metadata.name);
  return stored;
}

async function updateExisting(
  context: Context,
  call: Call,
  wanted: ApplicationSet,
  upsert = false,
): Promise<ApplicationSet> {
  const { name } = wanted.metadata;
  const existing = context.applicationSets.get(name);
  if (!existing) throw notFound('applicationsets', name);
  const isSame =
    isSameJson(existing.spec, wanted.spec) &&
    isSameJson(userMetadata(existing.metadata), wanted.metadata);
  if (isSame) return existing;
  if (!upsert) {
    throw invalid(
      'existing ApplicationSet spec is different, use upsert flag to force update',
    );
  }
  // A set that changes its project needs the right in both.
  for (const object of new Set([objectOf(wanted), objectOf(existing)])) {
    requireRight(context, call.claims(), 'applicationsets', 'update', object);
  }
  return context.applicationSets.update({
    ...existing,
    metadata: mergeMetadata(existing.metadata, wanted.metadata),
    spec: wanted.spec,
  });
}

const generateSchema = z.looseObject({ applicationSet: z.unknown() });

async function generate(
  context: Context,
  controller: ApplicationSetController,
  call: Call,
): Promise<{ applications: Application[] }> {
  const { applicationSet } = readBody(generateSchema, call.body);
  if (applicationSet === undefined) {
    throw new ApiError(
      'Unknown',
      'error creating ApplicationSets: ApplicationSets is nil in request',
    );
  }
  const wanted = readSet(context, call, applicationSet);
  return { applications: await render(controller, wanted) };
}

async function render(
  controller: ApplicationSetController,
  set: ApplicationSet,
): Promise<Application[]> {
  try {
    return await controller.generate(set);
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    throw error.repository
      ? new ApiError('Internal', error.repository)
      : new ApiError(
          'Unknown',
          `unable to generate Applications of ApplicationSet: error generating applications: ${error.message}`,
        );
  }
}

function list(context: Context, { claims, query }: Call): unknown {
  const { name: subject } = claims();
  const matches = parseLabelSelector(query.get('selector') ?? '');
  const projects = query.getAll('projects');
  return {
    metadata: { resourceVersion: context.versions.last },
    items: context.applicationSets
      .list()
      .filter(({ metadata }) => matches(metadata.labels ?? {}))
      .filter(
        ({ spec }) =>
          projects.length === 0 ||
          projects.includes(String(spec.template.spec.project)),
      )
      .filter(set =>
        context.enforcer.isAllowed(
          subject,
          'applicationsets',
          'get',
          objectOf(set),
        ),
      ),
  };
}

function find(
  context: Context,
  { claims, segments }: Call,
  action: string,
  doing: string,
): ApplicationSet {
  const name = readName(segments.name);
  const asking = claims();
  const set = context.applicationSets.get(name);
  if (!set) {
    const { message } = notFound('applicationset', name);
    throw new ApiError('NotFound', `error ${doing}: ${message}`);
  }
  requireRight(context, asking, 'applicationsets', action, objectOf(set));
  return set;
}

async function remove(
  context: Context,
  controller: ApplicationSetController,
  call: Call,
): Promise<object> {
  const set = find(context, call, 'delete', 'getting ApplicationSets');
  await controller.remove(set);
  return {};
}
