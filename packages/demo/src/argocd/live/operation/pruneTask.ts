import { ClusterStore } from '../../../cluster/ClusterStore';
import { hasSyncOption } from '../resources/directives';
import { removeObject } from './applyTask';
import { SyncTask } from './SyncTask';
import { Outcome } from './SyncResults';

/** Deletes what Git no longer has, unless it may not (sync_context.go, pruneObject). */
export function pruneTask(
  store: ClusterStore,
  { live, ref }: SyncTask,
  prune: boolean,
  syncOptions: readonly string[],
): Outcome {
  const skip = (message: string): Outcome => ({
    status: 'PruneSkipped',
    hookPhase: 'Succeeded',
    message,
  });
  if (!prune) return skip('ignored (requires pruning)');
  const isKept =
    syncOptions.includes('Prune=false') ||
    (live !== undefined && hasSyncOption(live, 'Prune=false'));
  if (isKept) return skip('ignored (no prune)');
  removeObject(store, ref);
  return { status: 'Pruned', hookPhase: 'Succeeded', message: 'pruned' };
}
