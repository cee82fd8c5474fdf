import { RepositoryRow } from '../tables';
import { Observation } from './observe';

/** What is known of a repository without opening it. */
export interface RepositoryState {
  /** `undefined` before the first look at the forge ended. */
  source: Observation | undefined;
  index: {
    status: 'waiting' | 'indexing' | 'ready' | 'failed';
    indexedAt: string | undefined;
    /** The newest commit of the indexed history. */
    head: string | undefined;
    /** Commits whose readings are in the index. */
    commits: number;
    commitsTotal: number | undefined;
    message: string | undefined;
  };
  /** Equal for equal readings of the history. */
  version: string;
}

const SOURCE = new Map<string | null, Observation['status']>([
  ['ok', 'ok'],
  ['unreachable', 'unreachable'],
  ['forbidden', 'forbidden'],
  ['not-configured', 'not-configured'],
]);

const INDEX = new Map<string, RepositoryState['index']['status']>([
  ['waiting', 'waiting'],
  ['indexing', 'indexing'],
  ['ready', 'ready'],
  ['failed', 'failed'],
]);

/** A row as state. */
export function readRepositoryState(row: RepositoryRow): RepositoryState {
  const status = SOURCE.get(row.source_status);
  return {
    source:
      status && row.source_since !== null
        ? {
            status,
            since: row.source_since,
            observedAt: row.source_observed_at ?? undefined,
            message: row.source_message ?? undefined,
          }
        : undefined,
    index: {
      status: INDEX.get(row.index_status) ?? 'waiting',
      indexedAt: row.indexed_at ?? undefined,
      head: row.indexed_head ?? undefined,
      commits: (row.read_position ?? -1) + 1,
      commitsTotal: row.commits_total ?? undefined,
      message: row.index_message ?? undefined,
    },
    version: `${row.indexed_head} ${row.read_position} ${row.readers}`,
  };
}
