import {
  ArgoCdAnswer,
  ArgoCdApplication,
  ArgoCdClient,
  ArgoCdFailure,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveAnswer, LiveFailure } from '../LiveAnswer';
import { ListWatchSource } from '../ListWatch';

/** The calls that watching Applications takes. */
type ApplicationCalls = Pick<
  ArgoCdClient,
  'listApplications' | 'watchApplications'
>;

/** A stream is renewed after so long: an idle connection may be dead without either end knowing. */
const WATCH_MS = 240_000;

/** A name that no Application has: asks only whether server and token are good. */
const NOBODY = 'gitops-ml-probe';

/** One name may stand in several namespaces of an Argo CD. */
export const keyOfApplication = ({ metadata }: ArgoCdApplication) =>
  `${metadata.namespace ?? ''}/${metadata.name}`;

/** The Applications of an Argo CD that our account may see. */
export function createApplicationSource(
  client: ApplicationCalls,
): ListWatchSource<ArgoCdApplication> {
  return {
    keyOf: keyOfApplication,
    versionOf: ({ metadata }) => metadata.resourceVersion,
    async list() {
      const answer = await client.listApplications();
      if (!answer.ok) return fail(answer.failure);
      const { items, resourceVersion } = answer.value;
      return { ok: true, value: { items: items.map(slim), resourceVersion } };
    },
    async *watch(resourceVersion, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(WATCH_MS)]);
      for await (const answer of client.watchApplications(
        resourceVersion,
        limit,
      )) {
        if (!answer.ok) {
          yield fail(answer.failure);
          return;
        }
        const { type, application } = answer.value;
        yield {
          ok: true,
          value: {
            type: type === 'DELETED' ? 'delete' : 'set',
            object: slim(application),
            resourceVersion: application.metadata.resourceVersion,
          },
        };
      }
      if (signal.aborted) return;
      // What happened between two streams is in no stream.
      yield fail({ kind: 'gone' });
    },
    async probe(): Promise<LiveAnswer<unknown>> {
      const answer: ArgoCdAnswer<unknown> = await client.listApplications({
        name: NOBODY,
      });
      return answer.ok ? answer : fail(answer.failure);
    },
  };
}

const KINDS: Record<ArgoCdFailure['kind'], LiveFailure['kind']> = {
  unauthorized: 'forbidden',
  forbidden: 'forbidden',
  unreachable: 'unreachable',
  'not-found': 'absent',
  conflict: 'conflict',
  invalid: 'invalid',
};

const NEW_TOKEN =
  'give Backstage a valid token, or username and password, for it in argocd.appLocatorMethods';

function fail(failure: ArgoCdFailure | { kind: 'gone' }): {
  ok: false;
  failure: LiveFailure;
} {
  if (failure.kind === 'gone') {
    return {
      ok: false,
      failure: { kind: 'gone', message: 'the stream ended' },
    };
  }
  const message =
    failure.kind === 'unauthorized'
      ? `${failure.message} (${NEW_TOKEN})`
      : failure.message;
  return { ok: false, failure: { kind: KINDS[failure.kind], message } };
}

/** Only what is read; an Application's operation repeats every manifest's result. */
export function slim({
  metadata,
  spec,
  status,
}: ArgoCdApplication): ArgoCdApplication {
  const { name, namespace, uid, resourceVersion, labels, annotations } =
    metadata;
  const { project, source, sources, destination } = spec;
  return {
    metadata: { name, namespace, uid, resourceVersion, labels, annotations },
    spec: { project, source, sources, destination },
    status: status && {
      sync: status.sync,
      health: status.health,
      conditions: status.conditions,
      history: status.history,
      resources: status.resources,
      reconciledAt: status.reconciledAt,
      operationState: status.operationState && {
        phase: status.operationState.phase,
        message: status.operationState.message,
        startedAt: status.operationState.startedAt,
        finishedAt: status.operationState.finishedAt,
        syncResult: status.operationState.syncResult && {
          revision: status.operationState.syncResult.revision,
          revisions: status.operationState.syncResult.revisions,
        },
      },
    },
  };
}
