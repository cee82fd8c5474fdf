import { RolloutStatus } from '../contract';

/** What `kubectl argo rollouts get` shows of a moment. */
export interface Moment {
  phase: string | undefined;
  message: string | undefined;
  step: number | undefined;
  setWeight: number;
  actualWeight: number;
}

interface Seen {
  generation: number | undefined;
  status: RolloutStatus;
  steps: readonly object[];
  isRouted: boolean;
  /** Available pods of a ReplicaSet, by its hash. */
  available: ReadonlyMap<string, number>;
}

function describeMessage({ generation, status }: Seen) {
  if (status.observedGeneration !== String(generation)) {
    return {
      phase: 'Progressing',
      message: 'waiting for rollout spec update to be observed',
    };
  }
  if (status.controllerPause && !status.pauseConditions?.length) {
    return { phase: 'Progressing', message: 'waiting for rollout to unpause' };
  }
  return { phase: status.phase, message: status.message };
}

function findActualWeight(
  { status, isRouted, available }: Seen,
  setWeight: number,
): number {
  const total = status.availableReplicas ?? 0;
  if (total === 0) return 0;
  if (isRouted) return status.canary?.weights?.canary.weight ?? setWeight;
  const hash = status.currentPodHash ?? '';
  if (hash === status.stableRS) return 0;
  return Math.trunc(((available.get(hash) ?? 0) * 100) / total);
}

/** By the algorithm of pkg/kubectl-argo-rollouts/info/rollout_info.go. */
export function describeMoment(seen: Seen): Moment {
  const { status, steps } = seen;
  const index = status.currentStepIndex;
  const step = index === undefined ? undefined : steps[index];
  const passed = steps
    .slice(0, (index ?? 0) + 1)
    .flatMap(each => ('setWeight' in each ? [Number(each.setWeight)] : []));
  const asked = step ? passed.at(-1) ?? 0 : 100;
  const setWeight = status.abort ? 0 : asked;
  return {
    ...describeMessage(seen),
    step: index,
    setWeight,
    actualWeight: step ? findActualWeight(seen, setWeight) : 100,
  };
}
