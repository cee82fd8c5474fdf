import { z } from 'zod/v4';
import { ApiError, invalid } from '../ApiError';
import { Claims } from '../accounts/Accounts';
import { Context, findCredentials, requireRight } from '../Context';
import { Application } from '../contract';
import { RepositoryError } from '../git/RepositoryError';
import { Live } from '../live/Live';
import {
  LiveApplication,
  readApplication,
  writeApplication,
} from '../live/LiveApplication';
import {
  isCompleted,
  Operation,
  operationSchema,
  retrySchema,
} from '../live/operation/contract';
import { findApplication } from './applications';
import { rbacName } from './createApplication';
import { Call, readBody, Route } from './Route';

const syncSchema = z.looseObject({
  revision: z.string().optional(),
  prune: z.boolean().optional(),
  dryRun: z.boolean().optional(),
  strategy: z.looseObject({}).nullish(),
  resources: operationSchema.shape.sync.shape.resources.nullish(),
  retryStrategy: retrySchema.nullish(),
  syncOptions: z
    .looseObject({ items: z.array(z.string()).optional() })
    .nullish(),
});

const rollbackSchema = z.looseObject({
  id: z.coerce.number().default(0),
  prune: z.boolean().optional(),
  dryRun: z.boolean().optional(),
});

/** Operations on applications (server/application/application.go: Sync, Rollback, TerminateOperation). */
export function createOperationRoutes(context: Context, live: Live): Route[] {
  const one = '/applications/{name}';
  return [
    {
      method: 'POST',
      path: `${one}/sync`,
      handle: call => sync(context, live, call),
    },
    {
      method: 'POST',
      path: `${one}/rollback`,
      handle: call => rollback(context, live, call),
    },
    {
      method: 'DELETE',
      path: `${one}/operation`,
      handle: call => terminate(context, live, call),
    },
  ];
}

/** The application, for one who may sync it. Throws `ApiError`. */
function findSyncable(
  context: Context,
  { store }: Live,
  call: Call,
): { claims: Claims; application: LiveApplication } {
  const { metadata, spec } = findApplication(context, call, 'get');
  const claims = call.claims();
  const object = rbacName(spec.project, metadata.name);
  requireRight(context, claims, 'applications', 'sync', object);
  const application = readApplication(store, metadata.name);
  if (application) return { claims, application };
  throw invalid(`application ${metadata.name} has no single source`);
}

async function sync(
  context: Context,
  live: Live,
  call: Call,
): Promise<Application> {
  const { claims, application } = findSyncable(context, live, call);
  const asked = readBody(syncSchema, call.body);
  const { spec } = application;
  const { retry, syncOptions } = spec.syncPolicy ?? {};
  const wanted = chooseRevision(application, asked);
  const revision = await resolve(context, application, wanted);
  const options = asked.syncOptions?.items ?? syncOptions;
  return begin(context, live, application.name, {
    initiatedBy: { username: claims.name },
    retry: asked.retryStrategy ?? retry ?? {},
    sync: {
      revision,
      ...describeRequest(asked),
      source: spec.source,
      ...(options && { syncOptions: options }),
    },
  });
}

type SyncRequest = z.infer<typeof syncSchema>;

/** The revision that is asked for; an automated application is only synced to its own. */
function chooseRevision(
  { spec }: LiveApplication,
  { revision, dryRun }: SyncRequest,
): string {
  const target = spec.source.targetRevision ?? 'HEAD';
  if (!revision || revision === target) return target;
  if (!spec.syncPolicy?.automated || dryRun) return revision;
  throw new ApiError(
    'FailedPrecondition',
    `Cannot sync to ${revision}: auto-sync currently set to ${target}`,
  );
}

function describeRequest({ prune, dryRun, strategy, resources }: SyncRequest) {
  return {
    ...(prune && { prune }),
    ...(dryRun && { dryRun }),
    ...(strategy && { syncStrategy: strategy }),
    ...(resources?.length && { resources }),
  };
}

async function rollback(
  context: Context,
  live: Live,
  call: Call,
): Promise<Application> {
  const { claims, application } = findSyncable(context, live, call);
  const { id, prune, dryRun } = readBody(rollbackSchema, call.body);
  const { automated, syncOptions } = application.spec.syncPolicy ?? {};
  if (automated && automated.enabled !== false) {
    throw new ApiError(
      'FailedPrecondition',
      'rollback cannot be initiated when auto-sync is enabled',
    );
  }
  const entry = application.status.history?.find(item => item.id === id);
  if (!entry) {
    throw invalid(
      `application ${application.name} does not have deployment with id ${id}`,
    );
  }
  return begin(context, live, application.name, {
    initiatedBy: { username: claims.name },
    retry: {},
    sync: {
      revision: entry.revision,
      ...(prune && { prune }),
      ...(dryRun && { dryRun }),
      syncStrategy: { apply: {} },
      source: entry.source,
      ...(syncOptions && { syncOptions }),
    },
  });
}

/** The commit that a revision names now. Throws `ApiError`. */
async function resolve(
  context: Context,
  { spec }: LiveApplication,
  revision: string,
): Promise<string> {
  const url = spec.source.repoURL;
  const credentials = findCredentials(context, url, spec.project);
  try {
    return await context.reader.withTree(
      url,
      revision,
      credentials,
      async ({ commit }) => commit,
    );
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error;
    throw new ApiError('FailedPrecondition', error.message);
  }
}

function begin(
  { applications }: Context,
  { store }: Live,
  name: string,
  operation: Operation,
): Application {
  const application = readApplication(store, name);
  if (!application || application.operation) {
    throw new ApiError(
      'FailedPrecondition',
      'another operation is already in progress',
    );
  }
  // The last operation's state goes before the new one has any.
  const status = { ...application.status, operationState: undefined };
  writeApplication(store, application, { status, operation });
  const begun = applications.get(name);
  if (!begun) throw new ApiError('Internal', `${name} is gone`);
  return begun;
}

function terminate(context: Context, live: Live, call: Call): object {
  const { application } = findSyncable(context, live, call);
  const { operationState } = application.status;
  const runs = application.operation && operationState;
  if (!runs || isCompleted(runs.phase)) {
    throw invalid('Unable to terminate operation. No operation is in progress');
  }
  const { finishedAt: _waits, ...state } = runs;
  writeApplication(live.store, application, {
    status: {
      ...application.status,
      operationState: {
        ...state,
        phase: 'Terminating',
        message: 'operation is terminating',
      },
    },
    operation: application.operation,
  });
  void live.controller.refresh(application.name, 'none');
  return {};
}
