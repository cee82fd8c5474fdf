import { AnalysisRun } from '../contract';

/** Is nothing more to be measured: on request, or since a metric has failed? */
export const isTerminating = ({ spec, status }: AnalysisRun): boolean =>
  spec.terminate === true ||
  (status?.metricResults ?? []).some(
    ({ dryRun, phase }) =>
      !dryRun && ['Failed', 'Error', 'Inconclusive'].includes(phase),
  );
