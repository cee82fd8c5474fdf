import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { formatAbsoluteTime } from '../formatTime';

const REASONS: Record<string, string> = {
  CanaryPauseStep: 'paused for approval',
  BlueGreenPause: 'paused for approval',
  InconclusiveAnalysisRun: 'paused because an analysis was inconclusive',
  InconclusiveExperiment: 'paused because an experiment was inconclusive',
  'manually paused': 'paused by hand',
};

/** Why it is paused, and until when where the pause ends by itself. */
export function describePause(
  facts: { message: string; paused?: DeliveryView['paused'] },
  timeZone?: string,
): string {
  const { paused, message } = facts;
  const until = paused?.until && formatAbsoluteTime(paused.until, timeZone);
  if (until) return `paused until ${until}`;
  const reason = paused?.reason || message;
  return REASONS[reason] ?? (reason ? `paused: ${reason}` : 'paused');
}
