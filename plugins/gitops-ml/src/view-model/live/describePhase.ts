import { DescribedStatus, Status } from '../status';

const STATUSES: Record<string, Status> = {
  Healthy: 'healthy',
  Progressing: 'progressing',
  Paused: 'paused',
  Degraded: 'degraded',
  Synced: 'healthy',
  OutOfSync: 'degraded',
  Suspended: 'paused',
  Missing: 'absent',
  Unknown: 'unknown',
  Successful: 'healthy',
  Succeeded: 'healthy',
  Running: 'progressing',
  Pending: 'progressing',
  Terminating: 'progressing',
  Failed: 'failed',
  Error: 'failed',
  Inconclusive: 'degraded',
};

/** A provider's own word in our vocabulary; a word that we don't know is passed on as unknown. */
export function describePhase(phase: string, reason?: string): DescribedStatus {
  return {
    status: STATUSES[phase] ?? 'unknown',
    word: phase,
    reason: reason || undefined,
  };
}
