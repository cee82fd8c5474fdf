import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveObject } from '../../live/kubernetes/contract';
import { matchesLabels } from './matchesLabels';

/** A workload that an entity may show and act on, in the place of its environment. */
export interface WorkloadName {
  kind: 'Rollout' | 'Deployment';
  namespace: string;
  name: string;
}

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

const GROUPS: Record<WorkloadName['kind'], string> = {
  Rollout: 'argoproj.io',
  Deployment: 'apps',
};

const isWorkload = (kind: string): kind is WorkloadName['kind'] =>
  kind === 'Rollout' || kind === 'Deployment';

/**
 * A name of Kubernetes' (RFC 1123, a subdomain). Manifests that were never applied may name
 * anything, and names become paths of requests.
 */
const isName = (name: string) =>
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(
    name,
  );

/**
 * The workloads that an Application manages: they are among its resources, in the
 * namespace that it deploys to. What it names elsewhere it may not be allowed to
 * touch, and then they are somebody else's.
 */
export function listManagedWorkloads({
  spec,
  status,
}: ArgoCdApplication): WorkloadName[] {
  const { namespace } = spec.destination;
  if (!namespace || !isName(namespace)) return [];
  return (status?.resources ?? []).flatMap(resource =>
    isWorkload(resource.kind) &&
    resource.group === GROUPS[resource.kind] &&
    resource.namespace === namespace &&
    isName(resource.name)
      ? [{ kind: resource.kind, namespace, name: resource.name }]
      : [],
  );
}

/**
 * A workload's own objects: itself, and the sets of pods and analyses that it
 * owns. Empty where it isn't there, or the Application does not manage it.
 */
export function selectWorkloadObjects(
  objects: readonly LiveObject[],
  workload: WorkloadName,
  application: ArgoCdApplication | undefined,
): LiveObject[] {
  const root = objects.find(
    ({ kind, metadata }) =>
      kind === workload.kind &&
      metadata.namespace === workload.namespace &&
      metadata.name === workload.name,
  );
  if (!root || !isManaged(root, application)) return [];
  return [root, ...selectOwned(objects, root)];
}

/** Objects that another one made, by its uid: names can be made to lie. */
export function selectOwned(
  objects: readonly LiveObject[],
  { metadata }: LiveObject,
): LiveObject[] {
  return objects.filter(
    one =>
      one.metadata.namespace === metadata.namespace &&
      one.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid),
  );
}

/** Labels by which an Argo CD that tracks by label says which Application an object is of. */
const INSTANCES = ['app.kubernetes.io/instance', 'argocd.argoproj.io/instance'];

/**
 * Does the object say that it is the Application's? By the tracking annotation
 * (`<application>:<group>/<kind>:<namespace>/<name>`; the application may have its
 * namespace before it), else by the label; else it is as the Application wants it. One that
 * says none of these only has the name of one that the Application wants: in a shared
 * namespace it is somebody else's.
 * Source: argo-cd util/argo/resource_tracking.go.
 */
function isManaged(
  { kind, metadata }: LiveObject,
  application: ArgoCdApplication | undefined,
): boolean {
  if (application === undefined) return true;
  const { name, namespace } = application.metadata;
  const names = [name, `${namespace}_${name}`];
  const tracking = metadata.annotations?.[TRACKING_ID];
  if (tracking !== undefined) return names.includes(tracking.split(':')[0]);
  const isLabelled = INSTANCES.some(key =>
    names.includes(metadata.labels?.[key] ?? ''),
  );
  return (
    isLabelled ||
    (application.status?.resources ?? []).some(
      resource =>
        resource.kind === kind &&
        resource.namespace === metadata.namespace &&
        resource.name === metadata.name &&
        resource.status === 'Synced',
    )
  );
}

/** Annotations by which the kubernetes plugin chooses objects of an entity. */
const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';

/** The workloads of a namespace that a rule grants, chosen by the entity's annotations. */
export function listGrantedWorkloads(
  objects: readonly LiveObject[],
  namespace: string,
  annotations: Readonly<Record<string, string>>,
): WorkloadName[] {
  const id = annotations[ID];
  const selector = annotations[SELECTOR];
  const isChosen = (labels: Record<string, string> | undefined) =>
    selector === undefined
      ? id === undefined || labels?.[ID] === id
      : matchesLabels(labels, selector);
  return objects.flatMap(({ kind, metadata }) =>
    isWorkload(kind) &&
    metadata.namespace === namespace &&
    isChosen(metadata.labels)
      ? [{ kind, namespace, name: metadata.name }]
      : [],
  );
}
