import { ClusterStore } from '../../../cluster/ClusterStore';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { kindOf, kinds, KindName } from '../../../cluster/kinds';
import { StatusError } from '../../../cluster/StatusError';
import { parseObject } from '../../../cluster/contract';
import { isSameJson } from '../../../json/isSameJson';
import { hasSyncOption } from '../resources/directives';
import { predictLive } from '../resources/predictLive';
import { ResourceRef } from '../resources/ResourceRef';

/** How one resource was applied: Argo CD's result code, and kubectl's words. */
type Applied =
  | { status: 'Synced'; message: string }
  | { status: 'SyncFailed'; message: string };

/** The kind of the cluster that a resource is of, whatever its version. */
export function findKind(ref: ResourceRef): KindName | undefined {
  return kinds.find(
    ({ name, group }) => name === ref.kind && group === ref.group,
  )?.name;
}

/** As kubectl names it: `job.batch/feast-apply`. */
const describeName = ({ group, kind, name }: ResourceRef) =>
  `${kind.toLowerCase()}${group && `.${group}`}/${name}`;

/** A sync option of a resource, or of the whole sync where the resource does not say otherwise. */
function isOn(
  option: string,
  target: KubernetesObject,
  syncOptions: readonly string[],
): boolean {
  if (hasSyncOption(target, `${option}=true`)) return true;
  return (
    !hasSyncOption(target, `${option}=false`) &&
    syncOptions.includes(`${option}=true`)
  );
}

interface Task {
  ref: ResourceRef;
  target: KubernetesObject;
  live?: KubernetesObject;
}

/** Applies as `kubectl apply` does, with the sync options Force, Replace and ServerSideApply. */
export function applyTask(
  store: ClusterStore,
  { ref, target, live }: Task,
  syncOptions: readonly string[],
): Applied {
  const [force, replace, serverSide] = [
    'Force',
    'Replace',
    'ServerSideApply',
  ].map(option => isOn(option, target, syncOptions));
  if (serverSide && force) {
    const message =
      'error validating options: --force cannot be used with --server-side';
    return { status: 'SyncFailed', message };
  }
  try {
    const verb = put(store, { ref, target, live }, { force, replace });
    const said = serverSide && !replace ? 'serverside-applied' : verb;
    return { status: 'Synced', message: `${describeName(ref)} ${said}` };
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    const message = live
      ? `error when patching: ${error.message}`
      : error.message;
    return { status: 'SyncFailed', message };
  }
}

function put(
  store: ClusterStore,
  { ref, target, live }: Task,
  { force, replace }: { force: boolean; replace: boolean },
): 'created' | 'configured' | 'unchanged' | 'replaced' {
  const predicted = parseObject(
    predictLive(target, replace ? undefined : live),
  );
  if (!live) {
    store.create(predicted);
    return 'created';
  }
  const { resourceVersion: _version, ...metadata } = predicted.metadata;
  const wanted = { ...predicted, metadata };
  const renew = () => {
    removeObject(store, ref);
    store.create(parseObject(predictLive(target)));
  };
  if (!replace && isSameContent(wanted, live)) return 'unchanged';
  if (replace && force) renew();
  else updateOr(store, wanted, force ? renew : undefined);
  return replace ? 'replaced' : 'configured';
}

/** Updates; what can't be changed is made anew, where that may be done. */
function updateOr(
  store: ClusterStore,
  wanted: KubernetesObject,
  renew: (() => void) | undefined,
): void {
  try {
    store.update(wanted);
  } catch (error) {
    const isRefused =
      error instanceof StatusError && error.reason === 'Invalid';
    if (!isRefused || !renew) throw error;
    renew();
  }
}

function isSameContent(
  { status: _wanted, metadata: wanted, ...left }: KubernetesObject,
  { status: _live, metadata: live, ...right }: KubernetesObject,
): boolean {
  return (
    isSameJson(left, right) &&
    isSameJson(
      [wanted.labels, wanted.annotations],
      [live.labels, live.annotations],
    )
  );
}

/** Deletes an object that may have gone meanwhile. */
export function removeObject(store: ClusterStore, ref: ResourceRef): void {
  const kind = findKind(ref);
  if (!kind) return;
  const namespace = kindOf(kind).namespaced ? ref.namespace : undefined;
  if (store.get(kind, namespace, ref.name)) {
    store.delete(kind, namespace, ref.name);
  }
}

/** The object as it is. */
export function findLive(
  store: ClusterStore,
  ref: ResourceRef,
): KubernetesObject | undefined {
  const kind = findKind(ref);
  if (!kind) return undefined;
  return store.get(
    kind,
    kindOf(kind).namespaced ? ref.namespace : undefined,
    ref.name,
  );
}
