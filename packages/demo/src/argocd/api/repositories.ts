import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { ApiError, invalid, permissionDenied } from '../ApiError';
import { Context, findCredentials, requireRight } from '../Context';
import { Repository, repositorySchema, StoredRepository } from '../contract';
import { RepositoryCredentials } from '../git/RepositoryReader';
import { RepositoryError } from '../git/RepositoryError';
import { isSameJson } from '../../json/isSameJson';
import { describeDifference } from '../spec/diffKeys';
import { normalizeGitUrl } from '../spec/normalizeGitUrl';
import { readObject } from '../spec/readObject';
import { Call, readFlag, readName, Route } from './Route';

/** `/api/v1/repositories` (server/repository/repository.go). */
export function createRepositoryRoutes(context: Context): Route[] {
  const path = '/repositories';
  const one = `${path}/{repo}`;
  return [
    { method: 'POST', path, handle: call => createRepository(context, call) },
    { method: 'GET', path, handle: call => listRepositories(context, call) },
    {
      method: 'GET',
      path: one,
      handle: async call =>
        describe(context, findRepository(context, call, 'get')),
    },
    {
      method: 'DELETE',
      path: one,
      handle: call => deleteRepository(context, call),
    },
    {
      method: 'POST',
      path: `${one}/validate`,
      handle: call => validateAccess(context, call),
    },
    {
      method: 'POST',
      path: '/repocreds',
      handle: call => refuseTemplate(context, call),
    },
  ];
}

const templateSchema = z.looseObject({ url: z.string().default('') });

const objectOf = (project: string | undefined, repo: string) =>
  project ? `${project}/${repo}` : repo;

function nameOf({ repo, project = '' }: Repository): string {
  const key = `${project} ${normalizeGitUrl(repo)}`;
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

async function createRepository(
  context: Context,
  call: Call,
): Promise<unknown> {
  const claims = call.claims();
  const { connectionState: _state, ...wanted } = readObject(
    repositorySchema,
    call.body,
  );
  const { repo, project } = wanted;
  const object = objectOf(project, repo);
  requireRight(context, claims, 'repositories', 'create', object);
  // A project's own is stored as it is; one for everybody has to answer first.
  if (!project) await requireReadable(context, repo, wanted);
  const spec: Repository = { type: 'git', ...wanted };
  const name = nameOf(spec);
  const created = await context.repositories.create({
    metadata: { name },
    spec,
  });
  const existing = created ?? context.repositories.get(name);
  if (existing && !isSameJson(existing.spec, spec)) {
    if (!readFlag(call.query, 'upsert')) {
      throw invalid(describeDifference('repository', existing.spec, spec));
    }
    await context.repositories.update({ ...existing, spec });
    // The real one answers an upsert with the credentials that were sent.
    return { ...spec, connectionState: connection('Successful') };
  }
  return echo(spec, connection(''));
}

function connection(status: string, message = '') {
  return { status, message, attemptedAt: null };
}

function echo({ repo, type, name }: Repository, connectionState: object) {
  return { repo, connectionState, type, ...(name && { name }) };
}

async function listRepositories(
  context: Context,
  { claims }: Call,
): Promise<unknown> {
  const { name: subject } = claims();
  const visible = context.repositories
    .list()
    .filter(({ spec }) =>
      context.enforcer.isAllowed(
        subject,
        'repositories',
        'get',
        objectOf(spec.project, spec.repo),
      ),
    )
    .sort((a, b) =>
      objectOf(a.spec.project, a.spec.repo) <
      objectOf(b.spec.project, b.spec.repo)
        ? -1
        : 1,
    );
  const items = await Promise.all(
    visible.map(repository => describe(context, repository)),
  );
  return { metadata: {}, items: items.length > 0 ? items : null };
}

/** A repository and whether it answers; never with its credentials. */
async function describe(context: Context, { spec }: StoredRepository) {
  const attemptedAt = `${new Date().toISOString().slice(0, 19)}Z`;
  const problem = await describeProblem(context, spec.repo, spec);
  const state = problem
    ? connection(
        'Failed',
        `Unable to connect to repository: rpc error: code = Unknown desc = ${problem}`,
      )
    : connection('Successful');
  return {
    ...echo(spec, { ...state, attemptedAt }),
    ...(spec.project && { project: spec.project }),
  };
}

/** Why a repository does not answer, if it does not. */
async function describeProblem(
  { reader }: Context,
  url: string,
  credentials: RepositoryCredentials,
): Promise<string | undefined> {
  try {
    await reader.listRefs(url, credentials);
    return undefined;
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error;
    return `error testing repository connectivity: unable to ls-remote HEAD on repository: ${error.message}`;
  }
}

async function requireReadable(
  context: Context,
  url: string,
  credentials: RepositoryCredentials,
): Promise<void> {
  const problem = await describeProblem(context, url, credentials);
  if (problem) throw new ApiError('Unknown', problem);
}

function findRepository(
  context: Context,
  { claims, segments, query }: Call,
  action: string,
): StoredRepository {
  const { name: subject } = claims();
  const url = readName(segments.repo);
  const isAllowed = ({ spec }: StoredRepository, right: string) =>
    context.enforcer.isAllowed(
      subject,
      'repositories',
      right,
      objectOf(spec.project, spec.repo),
    );
  const same = context.repositories
    .list()
    .filter(({ spec }) => normalizeGitUrl(spec.repo) === normalizeGitUrl(url))
    .filter(repository => isAllowed(repository, 'get'));
  if (same.length === 0) throw permissionDenied();
  const project = query.get('appProject') ?? '';
  const found =
    same.length === 1 && !project
      ? same[0]
      : same.find(({ spec }) => (spec.project ?? '') === project);
  if (!found) {
    throw new ApiError(
      'Unknown',
      `repository not found for url "${url}" and project "${project}"`,
    );
  }
  const object = objectOf(found.spec.project, found.spec.repo);
  requireRight(context, claims(), 'repositories', action, object);
  return found;
}

async function deleteRepository(context: Context, call: Call): Promise<object> {
  const { metadata } = findRepository(context, call, 'delete');
  await context.repositories.delete(metadata.name);
  return {};
}

/**
 * The real server takes the URL from the path as it was sent, still encoded:
 * so it finds no such repository, whatever is there.
 */
async function validateAccess(context: Context, call: Call): Promise<object> {
  const { segments, query, claims } = call;
  const project = query.get('project') ?? undefined;
  const object = objectOf(project, segments.repo);
  requireRight(context, claims(), 'repositories', 'create', object);
  const credentials = findCredentials(context, segments.repo, project ?? '');
  await requireReadable(context, segments.repo, credentials);
  return {};
}

function refuseTemplate(context: Context, call: Call): never {
  const { url } = readObject(templateSchema, call.body);
  requireRight(context, call.claims(), 'repositories', 'create', url);
  throw new ApiError(
    'Unimplemented',
    "the demo's Argo CD API has no templates of credentials",
  );
}
