import { Knex } from 'knex';
import { CommitRow } from '../tables';
import { chunk } from './chunk';

/** Commits of the tracked history at some positions, in no order. */
export async function selectCommitsAt(
  tx: Knex,
  key: string,
  positions: readonly number[],
): Promise<CommitRow[]> {
  const found: CommitRow[] = [];
  for (const part of chunk(positions)) {
    found.push(
      ...(await tx<CommitRow>('commits')
        .where({ repository: key })
        .whereIn('position', part)),
    );
  }
  return found;
}
