import { AnalysisRun, Metric } from './contract';

/** What a metric's provider says at one moment. */
export interface Measured {
  phase: 'Successful' | 'Failed' | 'Inconclusive' | 'Error';
  /** JSON, as the provider answered it. */
  value?: string;
  message?: string;
}

/** How a metric gets its value; its arguments are filled in. */
export type Measure = (
  metric: Metric,
  context: { run: AnalysisRun; namespace: string },
) => Promise<Measured>;
