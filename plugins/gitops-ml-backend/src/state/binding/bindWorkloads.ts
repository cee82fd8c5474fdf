import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveObject } from '../../live/kubernetes/contract';

/** A workload that an entity may show and act on, in the place of its environment. */
export interface WorkloadName {
  kind: 'Rollout' | 'Deployment';
  namespace: string;
  name: string;
}

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

const isWorkload = (kind: string): kind is WorkloadName['kind'] =>
  kind === 'Rollout' || kind === 'Deployment';

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
  if (!namespace) return [];
  return (status?.resources ?? []).flatMap(resource =>
    isWorkload(resource.kind) &&
    resource.group === GROUPS[resource.kind] &&
    resource.namespace === namespace
      ? [{ kind: resource.kind, namespace, name: resource.name }]
      : [],
  );
}

const GROUPS: Record<WorkloadName['kind'], string> = {
  Rollout: 'argoproj.io',
  Deployment: 'apps',
};

/**
 * A workload's own objects: itself, and the sets of pods and analyses that it
 * owns. Empty where it isn't there, or says that another Application manages it.
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
  if (!root || isOfAnother(root, application)) return [];
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

/** `<application>:<group>/<kind>:<namespace>/<name>`; the application may have its namespace before it. */
function isOfAnother(
  { metadata }: LiveObject,
  application: ArgoCdApplication | undefined,
): boolean {
  const tracking = metadata.annotations?.[TRACKING_ID];
  if (tracking === undefined || application === undefined) return false;
  const { name, namespace } = application.metadata;
  const [owner] = tracking.split(':');
  return owner !== name && owner !== `${namespace}_${name}`;
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
  const terms =
    annotations[SELECTOR]?.split(',').map(term => term.split(/==?/)) ??
    (annotations[ID] ? [[ID, annotations[ID]]] : []);
  return objects.flatMap(({ kind, metadata }) =>
    isWorkload(kind) &&
    metadata.namespace === namespace &&
    terms.every(
      ([key, value]) => metadata.labels?.[key.trim()] === value?.trim(),
    )
      ? [{ kind, namespace, name: metadata.name }]
      : [],
  );
}
