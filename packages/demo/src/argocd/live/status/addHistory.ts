import { formatTime } from '../../../clock/Clock';
import { HistoryEntry, LiveSpec, OperationState } from '../operation/contract';

/** How many deployments are kept where the spec does not say otherwise. */
const limit = 10;

/** The history after an operation: a partial sync and a dry run leave no entry. */
export function addHistory(
  history: readonly HistoryEntry[],
  { operation, syncResult, startedAt, phase }: OperationState,
  { source }: LiveSpec,
  now: number,
): HistoryEntry[] {
  const { dryRun, resources } = operation.sync;
  const isKept =
    phase === 'Succeeded' && !dryRun && !resources?.length && syncResult;
  if (!isKept) return [...history];
  const last = history[history.length - 1];
  const entry: HistoryEntry = {
    deployStartedAt: startedAt,
    deployedAt: formatTime(now),
    id: last ? last.id + 1 : 0,
    initiatedBy: operation.initiatedBy,
    revision: syncResult.revision,
    source: syncResult.source ?? source,
  };
  return [...history, entry].slice(-limit);
}
