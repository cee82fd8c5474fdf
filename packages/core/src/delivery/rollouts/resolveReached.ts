import { AnalysisRun } from '../analyses/AnalysisRun';
import { isStopped } from '../analyses/describeAnalyses';
import { ReachedStep, RememberedStep } from '../Delivery';
import { ReplicaSet } from '../readReplicaSet';
import { Rollout } from './Rollout';
import { StepEvent } from './RolloutEvent';

/** What was seen of an aborted canary's steps. */
export interface Traces {
  runs: readonly AnalysisRun[];
  events: readonly StepEvent[];
  replicaSets: readonly ReplicaSet[];
}

interface Trace {
  at: number;
  index: number;
}

/**
 * The step that an aborted canary had reached. The controller sets its index back to 0 when
 * it aborts, so it is what somebody who watched remembers, or else what the newest trace
 * says: an analysis of a step, the event that a step was completed, or where it was seen
 * before nobody watched any more. `undefined` without a trace.
 * A controller drops events when it has many, so what is inferred is the least it can be.
 */
export function resolveReached(
  rollout: Rollout,
  traces: Traces,
  remembered: RememberedStep | undefined,
): ReachedStep | undefined {
  const { strategy, status, steps } = rollout;
  if (!status.abort || strategy !== 'canary' || steps.length === 0) {
    return undefined;
  }
  if (remembered && !remembered.isLeast) {
    const { index, count } = remembered;
    return { index, count, inferred: false };
  }
  // Asked to abort, and the controller has not acted on it yet.
  if (typeof status.stepIndex === 'number' && status.stepIndex > 0) {
    return { index: status.stepIndex, count: steps.length, inferred: false };
  }
  const found = [
    ...collectRuns(rollout, traces),
    ...collectEvents(rollout, traces),
  ].filter(({ index }) => index <= steps.length);
  const least = remembered ? [remembered.index] : [];
  if (found.length > 0) {
    least.push(found.reduce((a, b) => (isNewer(b, a) ? b : a)).index);
  }
  return least.length === 0
    ? undefined
    : { index: Math.max(...least), count: steps.length, inferred: true };
}

function isNewer(a: Trace, b: Trace): boolean {
  return a.at === b.at ? a.index > b.index : a.at > b.at;
}

function collectRuns({ status }: Rollout, { runs }: Traces): Trace[] {
  return runs.flatMap(run => {
    const { stepIndex, hash, completedAt, startedAt, metadata } = run;
    if (stepIndex === undefined || hash !== status.currentHash) return [];
    const at = completedAt ?? startedAt ?? metadata.createdAt ?? '';
    const isPassed =
      run.phase === 'Successful' && !isStopped(run, status.stableHash);
    return [{ at: Date.parse(at) || 0, index: stepIndex + (isPassed ? 1 : 0) }];
  });
}

/** Events name no revision: those from before the candidate existed are of an earlier one. */
function collectEvents(rollout: Rollout, traces: Traces): Trace[] {
  const { metadata, status, steps } = rollout;
  const candidate = traces.replicaSets.find(
    ({ hash }) => hash === status.currentHash,
  );
  const begun = Date.parse(candidate?.metadata.createdAt ?? '') || 0;
  return traces.events
    .filter(
      ({ namespace, name, uid, count }) =>
        namespace === metadata.namespace &&
        count === steps.length &&
        (uid !== undefined && metadata.uid !== undefined
          ? uid === metadata.uid
          : name === metadata.name),
    )
    .map(({ at, done }) => ({ at: Date.parse(at), index: done }))
    .filter(({ at }) => at >= begun);
}
