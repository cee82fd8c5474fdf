/** What the index holds of a repository. */
interface IndexedState {
  /** The newest indexed commit; `undefined` where nothing is indexed. */
  head: string | undefined;
  /** Digest of the readers that made the readings. */
  readers: string | undefined;
  /** Are the readings as far as the commits? */
  complete: boolean;
}

/** What the mirror and this process are like. */
interface WantedState {
  head: string | undefined;
  readers: string;
  /** Is the indexed head on the first-parent chain of the wanted one? Asked only when both exist and differ. */
  continues: boolean;
}

/** What has to be done with the history, with the readings, and why. */
export interface IndexingPlan {
  reason:
    | 'equal'
    | 'missing'
    | 'new-commits'
    | 'history-rewritten'
    | 'branch-gone'
    | 'reader-changed'
    | 'interrupted';
  history: 'keep' | 'append' | 'rebuild' | 'drop';
  readings: 'keep' | 'continue' | 'rebuild';
}

/** Decides what indexing has to do; nothing is skipped but on `equal`. */
export function planIndexing(
  indexed: IndexedState,
  wanted: WantedState,
): IndexingPlan {
  if (wanted.head === undefined) {
    return indexed.head === undefined
      ? { reason: 'equal', history: 'keep', readings: 'keep' }
      : { reason: 'branch-gone', history: 'drop', readings: 'rebuild' };
  }
  if (indexed.head === undefined) {
    return { reason: 'missing', history: 'rebuild', readings: 'rebuild' };
  }
  if (indexed.head !== wanted.head && !wanted.continues) {
    return {
      reason: 'history-rewritten',
      history: 'rebuild',
      readings: 'rebuild',
    };
  }
  const history = indexed.head === wanted.head ? 'keep' : 'append';
  if (indexed.readers !== wanted.readers) {
    return { reason: 'reader-changed', history, readings: 'rebuild' };
  }
  if (history === 'append') {
    return { reason: 'new-commits', history, readings: 'continue' };
  }
  return indexed.complete
    ? { reason: 'equal', history, readings: 'keep' }
    : { reason: 'interrupted', history, readings: 'continue' };
}
