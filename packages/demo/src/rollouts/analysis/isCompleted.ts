import { AnalysisPhase } from '../contract';

/** Has a run, a metric or a measurement come to its end? */
export const isCompleted = (phase: AnalysisPhase | undefined) =>
  phase === 'Successful' ||
  phase === 'Failed' ||
  phase === 'Error' ||
  phase === 'Inconclusive';
