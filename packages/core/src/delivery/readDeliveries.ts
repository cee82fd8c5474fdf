import { isRecord } from '../reading/isRecord';
import { Problem } from '../reading/Problem';
import { Delivery, RememberedStep } from './Delivery';
import { describeDeployment } from './deployments/describeDeployment';
import { ObjectPlace } from './KubernetesObject';
import { isOwnedBy, Metadata } from './readMetadata';
import { describeRollout } from './rollouts/describeRollout';
import { Rollout } from './rollouts/Rollout';
import { Found, sortObjects } from './sortObjects';

/** Which candidate's progress is asked for. @public */
export interface RememberedQuery {
  namespace: string;
  name: string;
  uid: string | undefined;
  /** The candidate's pod template hash. */
  hash: string;
}

/** What a reading needs beside the objects. @public */
export interface ReadDeliveriesOptions {
  /** The present, ISO 8601: what is left of a pause is counted from here. */
  now: string;
  /** The last step that was seen of an aborted candidate, where somebody kept it. */
  remembered?: (query: RememberedQuery) => RememberedStep | undefined;
  /** Where the objects stand in files, by their index. */
  places?: readonly (ObjectPlace | undefined)[];
}

/**
 * The deliveries among Kubernetes objects: Rollouts exactly as `kubectl argo rollouts get`
 * prints them, and plain Deployments, sorted by namespace and name. ReplicaSets,
 * AnalysisRuns and Events belong to their owners; other kinds are passed over. Of an object
 * that occurs twice the last one counts.
 *
 * Never throws. A field that is not what it must be is a problem that names it (its path is
 * the file's, or `Kind/namespace/name`), and reads as unknown; the rest is read. Kinds of
 * other delivery tools are `unsupported`.
 * @public
 */
export function readDeliveries(
  objects: readonly unknown[],
  { now, remembered, places }: ReadDeliveriesOptions,
): { deliveries: Delivery[]; problems: Problem[] } {
  const { found, problems } = sortObjects(objects, places ?? []);
  const rollouts = found.rollouts.map(rollout => {
    const { namespace, name, uid } = rollout.metadata;
    const hash = rollout.status.currentHash;
    return describeRollout(rollout, {
      now,
      remembered: rollout.status.abort
        ? takePosition(remembered?.({ namespace, name, uid, hash }))
        : undefined,
      ...selectOwned(found, rollout.metadata),
    });
  });
  const deployments = found.deployments
    .filter(({ metadata }) => !isReferenced(metadata, found.rollouts))
    .map(deployment =>
      describeDeployment(
        deployment,
        selectOwned(found, deployment.metadata).replicaSets,
      ),
    );
  const deliveries = [...rollouts, ...deployments].sort(compare);
  return { deliveries, problems };
}

function selectOwned(found: Found, owner: Metadata) {
  const isOwned = ({ metadata }: { metadata: Metadata }) =>
    isOwnedBy(metadata, owner);
  return {
    replicaSets: found.replicaSets.filter(isOwned),
    runs: found.runs.filter(isOwned),
    events: found.events,
  };
}

/** A Deployment that only lends its template to a Rollout delivers nothing itself. */
function isReferenced(
  { namespace, name }: Metadata,
  rollouts: readonly Rollout[],
): boolean {
  return rollouts.some(
    rollout =>
      rollout.workloadRef === name && rollout.metadata.namespace === namespace,
  );
}

/** What was kept may be of a plan that has changed since, or damaged. */
function takePosition(
  position: RememberedStep | undefined,
): RememberedStep | undefined {
  if (!isRecord(position)) return undefined;
  const { index, count, isLeast } = position;
  const isValid =
    Number.isSafeInteger(index) &&
    Number.isSafeInteger(count) &&
    index >= 0 &&
    index <= count;
  return isValid ? { index, count, isLeast: isLeast === true } : undefined;
}

function compare(a: Delivery, b: Delivery): number {
  const [first, second] = [a, b].map(
    ({ namespace, name, kind }) => `${namespace}/${name}/${kind}`,
  );
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
