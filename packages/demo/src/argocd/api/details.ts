import { ClusterStore } from '../../cluster/ClusterStore';
import { kinds } from '../../cluster/kinds';
import { ApiError, invalid } from '../ApiError';
import { Context, findCredentials } from '../Context';
import { RepositoryError } from '../git/RepositoryError';
import { Live } from '../live/Live';
import { readApplication } from '../live/LiveApplication';
import { placeTargets } from '../live/resources/placeTargets';
import { readTracking } from '../live/resources/tracking';
import { findCluster } from '../spec/clusters';
import { findApplication } from './applications';
import { Call, readName, Route } from './Route';

/** What of an application clients ask for beside it (server/application/application.go). */
export function createDetailRoutes(context: Context, live: Live): Route[] {
  const one = '/applications/{name}';
  const route = (path: string, handle: Route['handle']): Route => ({
    method: 'GET',
    path: `${one}/${path}`,
    handle,
  });
  return [
    route('revisions/{revision}/metadata', call => getRevision(context, call)),
    route('manifests', call => getManifests(context, live, call)),
    route('events', call => listEvents(context, live, call)),
    route('resource', call => getResource(context, live, call)),
    route('syncwindows', call => {
      findApplication(context, call, 'get');
      return { canSync: true };
    }),
  ];
}

/** Who made a commit, when, and why. */
async function getRevision(context: Context, call: Call): Promise<object> {
  const { spec } = findApplication(context, call, 'get');
  const { repoURL } = spec.source ?? {};
  if (!repoURL) throw invalid('the application has no single source');
  const revision = readName(call.segments.revision);
  const credentials = findCredentials(context, repoURL, spec.project);
  try {
    return await context.reader.describeCommit(repoURL, revision, credentials);
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error;
    const message = `error acquiring repo lock: ${error.message}`;
    throw new ApiError('Unknown', message);
  }
}

/** What Git wants, each object as JSON text. */
function getManifests(context: Context, live: Live, call: Call): object {
  const { metadata, spec } = findApplication(context, call, 'get');
  const targets = live.controller.targetsOf(metadata.name);
  if (!targets) throw new ApiError('Unknown', 'the source was not read yet');
  if (targets.kind === 'failed') throw new ApiError('Unknown', targets.message);
  const { namespace = '' } = spec.destination;
  const objects = placeTargets(targets.objects, metadata.name, namespace);
  const found = findCluster(context.clusters, spec.destination);
  return {
    manifests: objects.map(object => JSON.stringify(object)),
    namespace,
    ...(found.kind === 'found' && { server: found.cluster.server }),
    revision: targets.revision,
    sourceType: 'Kustomize',
  };
}

/** Of one resource where the query names one, else of the application itself. */
function listEvents(context: Context, { store }: Live, call: Call): object {
  const { metadata } = findApplication(context, call, 'get');
  const uid = call.query.get('resourceUID');
  const name = call.query.get('resourceName');
  const namespace = call.query.get('resourceNamespace');
  const isShown = (involved: Record<string, unknown>) =>
    name
      ? involved.name === name && (!uid || involved.uid === uid)
      : involved.kind === 'Application' && involved.name === metadata.name;
  const items = store
    .list('Event', { namespace: name ? namespace ?? undefined : 'argocd' })
    .filter(({ involvedObject }) =>
      isShown(involvedObject ? { ...involvedObject } : {}),
    );
  return { metadata: { resourceVersion: store.resourceVersion }, items };
}

/** One resource as it is, as JSON text. */
function getResource(context: Context, live: Live, call: Call): object {
  const { metadata } = findApplication(context, call, 'get');
  const { query } = call;
  const name = query.get('resourceName') ?? '';
  const group = query.get('group') ?? '';
  const kind = kinds.find(
    each => each.name === query.get('kind') && each.group === group,
  );
  const namespace = query.get('namespace') || undefined;
  const object = kind && live.store.get(kind.name, namespace, name);
  if (object && belongsTo(live.store, metadata.name, object)) {
    return { manifest: JSON.stringify(object) };
  }
  throw invalid(
    `${query.get('kind')} ${group} ${name} not found as part of application ${
      metadata.name
    }`,
  );
}

type StoredObject = ReturnType<ClusterStore['list']>[number];

/** Is it of an application, or made by something that is? */
function belongsTo(
  store: ClusterStore,
  application: string,
  object: StoredObject,
): boolean {
  if (!readApplication(store, application)) return false;
  if (readTracking(object) === application) return true;
  const { ownerReferences = [], namespace } = object.metadata;
  return ownerReferences.some(({ kind, name, uid }) => {
    const known = kinds.find(each => each.name === kind);
    const owner = known && store.get(known.name, namespace, name);
    return owner?.metadata.uid === uid && belongsTo(store, application, owner);
  });
}
