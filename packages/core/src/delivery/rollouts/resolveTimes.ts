import { AnalysisRun } from '../analyses/AnalysisRun';
import { isFullyPromoted } from './resolvePhase';
import { Rollout } from './Rollout';

const FAILED = new Set(['Failed', 'Error', 'Inconclusive']);

/**
 * When what is wanted became stable: since then the condition Completed is true. Unknown
 * while a candidate is delivered, and of a controller before 1.3, which has no such condition.
 * Source: argo-rollouts, calculateRolloutConditions (rollout/sync.go).
 */
export function resolveStableSince(rollout: Rollout): string | undefined {
  const { conditions, stableHash } = rollout.status;
  if (stableHash === '' || !isFullyPromoted(rollout)) return undefined;
  return conditions.find(
    ({ type, status }) => type === 'Completed' && status === 'True',
  )?.at;
}

/**
 * When the controller ended the delivery: what it wrote, else when its condition says so,
 * else when the last analysis failed. Unknown where it has been asked to and has not yet.
 */
export function resolveAbortedAt(
  { status }: Rollout,
  runs: readonly AnalysisRun[],
): string | undefined {
  if (!status.abort) return undefined;
  const condition = status.conditions.find(
    ({ reason }) => reason === 'RolloutAborted',
  );
  const failed = runs
    .filter(
      ({ hash, phase }) => hash === status.currentHash && FAILED.has(phase),
    )
    .flatMap(({ completedAt }) => completedAt ?? [])
    .sort();
  return status.abortedAt ?? condition?.at ?? failed.at(-1);
}
