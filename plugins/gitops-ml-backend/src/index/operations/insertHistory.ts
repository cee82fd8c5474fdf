import { Knex } from 'knex';
import { CommitRow, PathChangeRow } from '../tables';
import { chunk } from './chunk';

/** Appends commits of the tracked history with what they changed. */
export async function insertHistory(
  tx: Knex,
  commits: readonly CommitRow[],
  changes: readonly PathChangeRow[],
): Promise<void> {
  for (const rows of chunk(commits)) {
    await tx<CommitRow>('commits').insert(rows);
  }
  for (const rows of chunk(changes)) {
    await tx<PathChangeRow>('path_changes').insert(rows);
  }
}
