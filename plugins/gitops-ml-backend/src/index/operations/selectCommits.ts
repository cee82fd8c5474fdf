import { Knex } from 'knex';
import { CommitRow } from '../tables';

/** The tracked history from a position on, oldest first. */
export async function selectCommits(
  tx: Knex,
  key: string,
  range: { from?: number; limit?: number } = {},
): Promise<CommitRow[]> {
  const query = tx<CommitRow>('commits')
    .where({ repository: key })
    .andWhere('position', '>=', range.from ?? 0)
    .orderBy('position');
  return range.limit === undefined ? query : query.limit(range.limit);
}
