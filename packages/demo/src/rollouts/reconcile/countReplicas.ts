import { ReplicaSet } from '../contract';
import { approximateWeight, ReplicaCounts } from './approximateWeight';
import { availableOf, desiredWeight, Pass, sum } from './Pass';

const resolve = (
  value: number | string,
  replicas: number,
  round: (value: number) => number,
) =>
  typeof value === 'number'
    ? value
    : round((Number.parseInt(value, 10) * replicas) / 100);

/** How many pods there may be too many, and how many may be missing. */
export function readLimits({ rollout, replicas }: Pass) {
  const { maxSurge = '25%', maxUnavailable = '25%' } =
    rollout.spec.strategy.canary;
  const surge = resolve(maxSurge, replicas, Math.ceil);
  const unavailable = resolve(maxUnavailable, replicas, Math.floor);
  return {
    surge,
    unavailable: Math.min(
      surge === 0 && unavailable === 0 ? 1 : unavailable,
      replicas,
    ),
  };
}

/** Pods that may be counted on while others go. */
function keptOf(
  replicaSet: ReplicaSet | undefined,
  ignoresAvailability: boolean,
): number {
  if (!replicaSet) return 0;
  const wanted = replicaSet.spec.replicas;
  const available = availableOf(replicaSet);
  return wanted < available || ignoresAvailability ? wanted : available;
}

interface Side {
  replicaSet: ReplicaSet | undefined;
  count: number;
}

/**
 * Keeps both sides within the limits, the side that shrinks giving way.
 * Source: utils/replicaset/canary.go `adjustReplicaWithinLimits`.
 */
function keepWithinLimits(
  drained: Side,
  kept: Side,
  maxTotal: number,
  minAvailable: number,
): [number, number] {
  if (!kept.replicaSet) return [drained.count, kept.count];
  const tooMany = Math.max(0, kept.count + drained.count - maxTotal);
  const adjusted = kept.count - tooMany;
  const available =
    Math.min(availableOf(drained.replicaSet), drained.count) +
    Math.min(availableOf(kept.replicaSet), adjusted);
  const spare = Math.max(0, availableOf(kept.replicaSet) - adjusted);
  const missing = Math.max(0, minAvailable - available);
  const keptCount = adjusted + Math.min(spare, missing);
  const stillTooMany = Math.max(0, keptCount + drained.count - maxTotal);
  return [drained.count - stillTooMany, keptCount];
}

/** Lets a ReplicaSet that is too small grow as far as the room allows. */
function grow(from: number, to: number, room: number): [number, number] {
  if (from >= to || room <= 0) return [from, room];
  const grown = Math.min(from + room, to);
  return [grown, room - (grown - from)];
}

const shrink = (side: Side, to: number, by: number) =>
  side.replicaSet && side.replicaSet.spec.replicas > to
    ? Math.max(to, side.replicaSet.spec.replicas - by)
    : side.count;

/**
 * Without traffic routing the numbers of pods make the weight: grow within
 * maxSurge, shrink within maxUnavailable, older releases first.
 * Source: utils/replicaset/canary.go `CalculateReplicaCountsForBasicCanary`.
 */
function countByReplicas(pass: Pass): ReplicaCounts {
  const { current, stable, others, replicas } = pass;
  const { surge, unavailable } = readLimits(pass);
  const hasStable = stable !== undefined && stable !== current;
  const wanted = hasStable
    ? approximateWeight(replicas, desiredWeight(pass), pass.maxWeight, surge)
    : { current: replicas, stable: 0 };
  const there = sum(pass.all, each => each.spec.replicas);
  const room = replicas + surge - there;
  const [stableCount, left] = hasStable
    ? grow(stable.spec.replicas, wanted.stable, room)
    : [0, room];
  const [currentCount] = grow(current.spec.replicas, wanted.current, left);
  const grown = { current: currentCount, stable: stableCount };
  if (sum(others, each => each.spec.replicas) > 0) return grown;

  const minAvailable = replicas - unavailable;
  const isIncreasing = wanted.current >= current.spec.replicas;
  const kept = keptOf(current, !isIncreasing) + keptOf(stable, isIncreasing);
  if (kept <= minAvailable) return grown;
  const by = kept - minAvailable;
  const sides = {
    current: { replicaSet: current, count: currentCount },
    stable: { replicaSet: stable, count: stableCount },
  };
  if (!isIncreasing) {
    const count = shrink(sides.current, wanted.current, by);
    const [shrunk, other] = keepWithinLimits(
      { ...sides.current, count },
      sides.stable,
      replicas + surge,
      minAvailable,
    );
    return { current: shrunk, stable: other };
  }
  if (!hasStable) return grown;
  const count = shrink(sides.stable, wanted.stable, by);
  const [shrunk, other] = keepWithinLimits(
    { ...sides.stable, count },
    sides.current,
    replicas + surge,
    minAvailable,
  );
  return { current: other, stable: shrunk };
}

/** How many pods each side is to have now. */
export function countReplicas(pass: Pass): ReplicaCounts {
  if (!pass.rollout.spec.strategy.canary.trafficRouting) {
    return countByReplicas(pass);
  }
  const share = (desiredWeight(pass) * pass.replicas) / pass.maxWeight;
  return { current: Math.ceil(share), stable: pass.replicas };
}

/**
 * Are both sides as the step wants them?
 * Source: utils/replicaset/canary.go `AtDesiredReplicaCountsForCanary`.
 */
export function isAtDesiredCounts(pass: Pass): boolean {
  const { current, stable, others } = pass;
  const counts = countReplicas(pass);
  if (
    counts.current !== current.spec.replicas ||
    counts.current !== availableOf(current) ||
    counts.stable !== stable?.spec.replicas ||
    counts.stable !== (stable.status?.replicas ?? 0)
  ) {
    return false;
  }
  return (
    pass.rollout.spec.strategy.canary.trafficRouting !== undefined ||
    sum(others, availableOf) === 0
  );
}
