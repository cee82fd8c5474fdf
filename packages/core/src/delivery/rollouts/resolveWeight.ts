import { StepPosition } from '../Delivery';
import { ReplicaSet } from '../readReplicaSet';
import { Rollout } from './Rollout';

/** What `Step:` prints: `undefined` where it prints nothing, or where it can't be known. */
export function resolveStep({
  strategy,
  steps,
  isPlanDamaged,
  status,
}: Rollout): StepPosition | undefined {
  const { stepIndex } = status;
  if (isPlanDamaged) return undefined;
  if (strategy !== 'canary' || steps.length === 0) return undefined;
  if (stepIndex === undefined || stepIndex === 'unknown') return undefined;
  return { index: stepIndex, count: steps.length };
}

/**
 * What `SetWeight:` and `ActualWeight:` print; `undefined` for blue-green, which prints
 * none, and where an input of the sum can't be known.
 * Source: NewRolloutInfo, pkg/kubectl-argo-rollouts/info/rollout_info.go;
 * GetCurrentSetWeight, utils/replicaset/canary.go.
 */
export function resolveWeight(
  rollout: Rollout,
  replicaSets: readonly ReplicaSet[],
): { desired: number; actual: number } | undefined {
  if (rollout.strategy !== 'canary') return undefined;
  if (rollout.isPlanDamaged || rollout.isShareDamaged) return undefined;
  const desired = resolveDesired(rollout);
  const actual =
    desired === undefined
      ? undefined
      : resolveActual(rollout, replicaSets, desired);
  return desired === undefined || actual === undefined
    ? undefined
    : { desired, actual };
}

/** The index at which the controller is; as it does, it takes 0 where none is written. */
export function currentIndex(rollout: Rollout): number | undefined {
  const { stepIndex } = rollout.status;
  return stepIndex === 'unknown' ? undefined : stepIndex ?? 0;
}

function resolveDesired(rollout: Rollout): number | undefined {
  const { steps, status, maxWeight } = rollout;
  if (status.abort) return 0;
  const index = currentIndex(rollout);
  if (steps.length === 0) return maxWeight;
  if (index === undefined) return undefined;
  if (index >= steps.length) return maxWeight;
  const set = steps
    .slice(0, index + 1)
    .filter(step => step.kind === 'setWeight')
    .at(-1);
  return set ? set.weight : 0;
}

function resolveActual(
  rollout: Rollout,
  replicaSets: readonly ReplicaSet[],
  desired: number,
): number | undefined {
  const { steps, status, maxWeight } = rollout;
  const index = currentIndex(rollout);
  if (steps.length === 0) return maxWeight;
  if (index === undefined) return undefined;
  if (index >= steps.length) return maxWeight;
  if (status.available === 0) return 0;
  if (!rollout.hasTrafficRouting) {
    return resolveShare(rollout, replicaSets);
  }
  return status.canaryWeight === 'unknown'
    ? undefined
    : status.canaryWeight ?? desired;
}

/** The candidate's share of the available pods, which without a router is the weight. */
function resolveShare(
  { status, maxWeight }: Rollout,
  replicaSets: readonly ReplicaSet[],
): number | undefined {
  // Available pods are some ReplicaSet's: without any, they were not given.
  if (replicaSets.length === 0) return undefined;
  const { currentHash, stableHash } = status;
  const candidate = replicaSets
    .filter(
      ({ hash }) => hash !== '' && hash === currentHash && hash !== stableHash,
    )
    .at(-1);
  const available = candidate?.available ?? 0;
  return Math.trunc((available * maxWeight) / status.available);
}
