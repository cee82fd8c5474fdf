/** Rows as the migrations make them. SQLite gives numbers, Postgres gives bigints as text. */
export interface RepositoryRow {
  key: string;
  wanted_at: number | string;
  source_status: string | null;
  source_since: string | null;
  source_observed_at: string | null;
  source_message: string | null;
  index_status: string;
  index_message: string | null;
  indexed_at: string | null;
  indexed_head: string | null;
  commits_total: number | null;
  read_position: number | null;
  readers: string | null;
  claimed_by: string | null;
  claimed_until: number | string | null;
}

/** @see RepositoryRow */
export interface CommitRow {
  repository: string;
  position: number;
  oid: string;
}

/** @see RepositoryRow */
export interface PathChangeRow {
  repository: string;
  position: number;
  path: string;
  oid: string | null;
}

/** @see RepositoryRow */
export interface FactsRow {
  id: string;
  reader: string;
  version: number;
  entry: string;
  entry_oid: string | null;
  trace: string;
  facts: string | null;
  problems: string;
  retry_at: number | string | null;
}

/** @see RepositoryRow */
export interface ReadingRow {
  repository: string;
  position: number;
  reader: string;
  entry: string;
  facts: string | null;
}
