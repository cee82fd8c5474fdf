import { DeploymentSpec } from '../contract';

/** How many pods a ReplicaSet is to have, and how many of them serve. */
interface SetSize {
  replicas: number;
  available: number;
}

function toCount(
  given: number | string,
  replicas: number,
  round: (value: number) => number,
): number {
  if (typeof given === 'number') return given;
  return round((Number.parseInt(given, 10) * replicas) / 100);
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

function recreate(wanted: number, old: SetSize[]) {
  // What is old has to be gone first.
  const isGone = sum(old.map(({ replicas }) => replicas)) === 0;
  return { current: isGone ? wanted : 0, old: old.map(() => 0) };
}

/** Takes from old sets what is not available first, then what can be spared. */
function shrink(old: SetSize[], spare: number): number[] {
  let left = spare;
  const take = (size: number, most: number) => {
    const taken = Math.min(size, most, left);
    left -= taken;
    return size - taken;
  };
  const healthy = old.map(({ replicas, available }) =>
    take(replicas, Math.max(0, replicas - available)),
  );
  return healthy.map(size => take(size, size));
}

/** How many of a Deployment's pods may be missing. */
export function unavailableOf({
  replicas,
  strategy,
}: Pick<DeploymentSpec, 'replicas' | 'strategy'>): number {
  if (strategy.type === 'Recreate') return 0;
  const { maxSurge, maxUnavailable } = strategy.rollingUpdate;
  const surge = toCount(maxSurge, replicas, Math.ceil);
  const share = toCount(maxUnavailable, replicas, Math.floor);
  // With neither there would be no way forward.
  return surge === 0 && share === 0 ? 1 : Math.min(share, replicas);
}

/** The next sizes of a Deployment's ReplicaSets, as its strategy has it. */
export function planScale(
  spec: Pick<DeploymentSpec, 'replicas' | 'strategy'>,
  current: SetSize,
  old: SetSize[],
): { current: number; old: number[] } {
  const { replicas, strategy } = spec;
  if (strategy.type === 'Recreate') return recreate(replicas, old);
  const { maxSurge } = strategy.rollingUpdate;
  const surge = toCount(maxSurge, replicas, Math.ceil);
  const oldTotal = sum(old.map(set => set.replicas));
  const room = Math.max(0, replicas + surge - oldTotal - current.replicas);
  const grown =
    current.replicas > replicas
      ? replicas
      : Math.min(replicas, current.replicas + room);
  const notYetThere = Math.max(0, current.replicas - current.available);
  const total = oldTotal + current.replicas;
  const spare = total - (replicas - unavailableOf(spec)) - notYetThere;
  return { current: grown, old: shrink(old, Math.max(0, spare)) };
}
