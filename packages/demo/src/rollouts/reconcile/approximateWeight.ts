/** Pods of the candidate and of the stable release. */
export interface ReplicaCounts {
  current: number;
  stable: number;
}

const isTied = (weight: number, maxWeight: number, total: number) =>
  (total * (weight / maxWeight)) % 1 === 0.5;

/**
 * The numbers of pods that come closest to a share of the traffic; one pod more
 * than asked for may be used where a surge is allowed.
 * Source: utils/replicaset/canary.go `approximateWeightedCanaryStableReplicaCounts`.
 */
export function approximateWeight(
  replicas: number,
  weight: number,
  maxWeight: number,
  maxSurge: number,
): ReplicaCounts {
  if (replicas === 0) return { current: 0, stable: 0 };
  const exact = (replicas * weight) / maxWeight;
  const [up, down] = [Math.ceil(exact), Math.floor(exact)];
  const mayBeNone =
    weight === maxWeight || weight === 0 || (replicas === 1 && maxSurge === 0);
  const mayRoundDown = down !== 0 || mayBeNone;
  const surged = replicas + 1;
  const options = [
    { current: up, total: replicas, isOpen: up < replicas || mayBeNone },
    {
      current: down,
      total: replicas,
      isOpen: mayRoundDown && !isTied(weight, maxWeight, replicas),
    },
    { current: up, total: surged, isOpen: maxSurge > 0 },
    {
      current: down,
      total: surged,
      isOpen:
        maxSurge > 0 && mayRoundDown && !isTied(weight, maxWeight, surged),
    },
  ].filter(option => option.isOpen);
  const distance = (option: { current: number; total: number }) =>
    Math.abs((option.current * maxWeight) / option.total - weight);
  const [best] = options.sort((one, other) => distance(one) - distance(other));
  if (!best) return { current: 0, stable: replicas };
  return { current: best.current, stable: best.total - best.current };
}
