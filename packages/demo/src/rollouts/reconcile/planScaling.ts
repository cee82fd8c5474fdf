import { formatTime } from '../../clock/Clock';
import { ReplicaSet } from '../contract';
import { countReplicas, readLimits } from './countReplicas';
import { Draft } from './Draft';
import {
  availableOf,
  DESIRED_REPLICAS,
  hashOf,
  parseTime,
  Pass,
  revisionOf,
  SCALE_DOWN_DEADLINE,
  sum,
} from './Pass';

const DEFAULT_DELAY_SECONDS = 30;

const deadlineOf = (replicaSet: ReplicaSet) =>
  parseTime(replicaSet.metadata.annotations?.[SCALE_DOWN_DEADLINE]);

/** How long an aborted candidate keeps its pods; undefined: for good, or not at all. */
function abortDelayOf({ rollout, stable }: Pass, draft: Draft) {
  const { trafficRouting, abortScaleDownDelaySeconds: seconds } =
    rollout.spec.strategy.canary;
  if (!draft.isAborted || !stable || !trafficRouting || seconds === 0) {
    return undefined;
  }
  return seconds ?? DEFAULT_DELAY_SECONDS;
}

/** @returns whether the number of pods changes */
function scale(
  pass: Pass,
  draft: Draft,
  replicaSet: ReplicaSet,
  replicas: number,
): boolean {
  const { name, annotations } = replicaSet.metadata;
  const from = replicaSet.spec.replicas;
  const desired = String(pass.replicas);
  if (from === replicas && annotations?.[DESIRED_REPLICAS] === desired) {
    return false;
  }
  draft.replicaSets.push({
    kind: 'update',
    name,
    replicas,
    annotations: {
      [DESIRED_REPLICAS]: desired,
      ...(replicas === 0 && { [SCALE_DOWN_DEADLINE]: undefined }),
    },
  });
  if (from === replicas) return false;
  draft.announce(
    'ScalingReplicaSet',
    `Scaled ${
      from < replicas ? 'up' : 'down'
    } ReplicaSet ${name} (revision ${revisionOf(
      replicaSet,
    )}) from ${from} to ${replicas}`,
  );
  return true;
}

function setDeadline(
  pass: Pass,
  draft: Draft,
  replicaSet: ReplicaSet,
  seconds: number,
): void {
  const at = pass.now + seconds * 1000;
  draft.requeue(at);
  draft.replicaSets.push({
    kind: 'update',
    name: replicaSet.metadata.name,
    annotations: { [SCALE_DOWN_DEADLINE]: formatTime(at) },
  });
}

function removeDeadlines(pass: Pass, draft: Draft, isDelayed: boolean): void {
  const kept = new Set([
    ...(isDelayed ? [] : [pass.current]),
    ...(pass.stable ? [pass.stable] : []),
  ]);
  for (const replicaSet of kept) {
    if (deadlineOf(replicaSet) !== undefined) {
      draft.replicaSets.push({
        kind: 'update',
        name: replicaSet.metadata.name,
        annotations: { [SCALE_DOWN_DEADLINE]: undefined },
      });
    }
  }
}

/** Source: rollout/replicaset.go `reconcileNewReplicaSet`. */
function scaleCurrent(
  pass: Pass,
  draft: Draft,
  delay: number | undefined,
): boolean {
  const { current } = pass;
  const { current: wanted } = countReplicas(pass);
  if (delay === undefined) return scale(pass, draft, current, wanted);
  const deadline = deadlineOf(current);
  if (deadline !== undefined && deadline > pass.now) {
    draft.requeue(deadline);
    return scale(pass, draft, current, current.spec.replicas);
  }
  if (deadline !== undefined) return scale(pass, draft, current, 0);
  if (current.spec.replicas > 0 && availableOf(pass.stable) >= pass.replicas) {
    setDeadline(pass, draft, current, delay);
  }
  return false;
}

function isReferenced({ status }: Pass, hash: string | undefined): boolean {
  const weights = status.canary?.weights;
  return [
    status.stableRS,
    status.currentPodHash,
    weights?.canary.podTemplateHash,
    weights?.stable.podTemplateHash,
  ].includes(hash);
}

/** How many pods a former release keeps where traffic routing keeps users off it. */
function keepWithRouting(
  pass: Pass,
  draft: Draft,
  replicaSet: ReplicaSet,
): number {
  const { replicas } = replicaSet.spec;
  if (isReferenced(pass, hashOf(replicaSet))) return replicas;
  const deadline = deadlineOf(replicaSet);
  if (deadline !== undefined) {
    if (deadline <= pass.now) return 0;
    draft.requeue(deadline);
    return replicas;
  }
  if (!pass.isFullyPromoted) return 0;
  const { scaleDownDelaySeconds = DEFAULT_DELAY_SECONDS } =
    pass.rollout.spec.strategy.canary;
  setDeadline(pass, draft, replicaSet, scaleDownDelaySeconds);
  return replicas;
}

/** Source: rollout/canary.go `scaleDownOldReplicaSetsForCanary`. */
function scaleOthers(pass: Pass, draft: Draft): boolean {
  const active = pass.others
    .filter(each => each.spec.replicas > 0)
    .sort((one, other) => revisionOf(other) - revisionOf(one));
  const { trafficRouting } = pass.rollout.spec.strategy.canary;
  const { unavailable } = readLimits(pass);
  let room = sum(pass.all, availableOf) - (pass.replicas - unavailable);
  let isScaled = false;
  for (const replicaSet of active) {
    const { replicas } = replicaSet.spec;
    // Pods that are not available serve nobody: they go first, and freely.
    const healthy = Math.min(replicas, availableOf(replicaSet));
    const wanted = trafficRouting
      ? keepWithRouting(pass, draft, replicaSet)
      : healthy - Math.min(healthy, Math.max(0, room));
    if (wanted === replicas) continue;
    room -= healthy - Math.min(healthy, wanted);
    isScaled = scale(pass, draft, replicaSet, wanted) || isScaled;
  }
  return isScaled;
}

/**
 * One ReplicaSet at a time: the next look sees what became of it.
 * Source: rollout/canary.go `reconcileCanaryReplicaSets`.
 *
 * @returns whether a number of pods changes
 */
export function planScaling(pass: Pass, draft: Draft): boolean {
  const isHalted =
    pass.rollout.spec.paused ||
    (pass.status.pauseConditions ?? []).some(
      ({ reason }) => reason === 'InconclusiveAnalysisRun',
    );
  if (isHalted) return false;
  const delay = abortDelayOf(pass, draft);
  removeDeadlines(pass, draft, delay !== undefined);
  const { stable, current } = pass;
  if (stable && stable !== current) {
    const wanted = countReplicas(pass).stable;
    if (scale(pass, draft, stable, wanted)) return true;
  }
  return scaleCurrent(pass, draft, delay) || scaleOthers(pass, draft);
}
