import { AnalysisMetric } from '../Delivery';
import { Metadata } from '../readMetadata';

/** An AnalysisRun, as far as it is read. */
export interface AnalysisRun {
  metadata: Metadata;
  type: string;
  stepIndex: number | undefined;
  hash: string | undefined;
  phase: string;
  message: string;
  startedAt: string | undefined;
  completedAt: string | undefined;
  /** Somebody, mostly the controller, asked it to end. */
  isTerminated: boolean;
  metrics: AnalysisMetric[];
}
