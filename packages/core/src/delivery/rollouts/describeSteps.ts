import { AnalysisRun } from '../analyses/AnalysisRun';
import { DeliveryStep, ReachedStep, StepState } from '../Delivery';
import { Rollout } from './Rollout';

/** The plan, each step with how far the delivery has come with it. */
export function describeSteps(
  rollout: Rollout,
  runs: readonly AnalysisRun[],
  reached: ReachedStep | undefined,
): DeliveryStep[] {
  const stateOf = createStateOf(rollout, runs, reached);
  return rollout.steps.map(({ kind, value }, index) => ({
    index,
    kind,
    value,
    state: stateOf(index),
  }));
}

function createStateOf(
  rollout: Rollout,
  runs: readonly AnalysisRun[],
  reached: ReachedStep | undefined,
): (index: number) => StepState {
  const { abort, stepIndex } = rollout.status;
  if (abort) {
    if (!reached) return () => 'unknown';
    const end = isFailure(rollout, runs) ? 'failed' : 'stopped';
    return index => compare(index, reached.index, end);
  }
  if (stepIndex === 'unknown') return () => 'unknown';
  if (stepIndex === undefined) return () => 'later';
  return index => compare(index, stepIndex, 'current');
}

function compare(index: number, at: number, there: StepState): StepState {
  if (index === at) return there;
  return index < at ? 'done' : 'later';
}

/** Did it abort by itself? A person's abort leaves a message without a cause. */
function isFailure({ status }: Rollout, runs: readonly AnalysisRun[]): boolean {
  const cause = /aborted update to revision \d+(.*)/s.exec(status.message)?.[1];
  if (cause !== undefined) return cause !== '';
  return runs.some(
    ({ hash, phase }) =>
      hash === status.currentHash && (phase === 'Failed' || phase === 'Error'),
  );
}
