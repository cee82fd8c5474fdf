import { DeliveryAnalysis } from '../Delivery';
import { AnalysisRun } from './AnalysisRun';

/**
 * Was it ended before it had judged? The controller calls such a run successful. One that
 * was ended because its candidate had become stable has judged.
 */
export function isStopped(run: AnalysisRun, stableHash: string): boolean {
  return (
    run.isTerminated && run.phase === 'Successful' && run.hash !== stableHash
  );
}

/** Newest first. */
export function describeAnalyses(
  runs: readonly AnalysisRun[],
  stableHash: string,
): DeliveryAnalysis[] {
  return [...runs].sort(compare).map(run => ({
    name: run.metadata.name,
    type: run.type,
    stepIndex: run.stepIndex,
    hash: run.hash,
    phase: isStopped(run, stableHash) ? 'Stopped' : run.phase,
    message: run.message,
    startedAt: run.startedAt,
    metrics: run.metrics,
  }));
}

function compare(a: AnalysisRun, b: AnalysisRun): number {
  const [first, second] = [a, b].map(
    ({ metadata }) => metadata.createdAt ?? '',
  );
  if (first !== second) return first > second ? -1 : 1;
  return a.metadata.name < b.metadata.name ? 1 : -1;
}
