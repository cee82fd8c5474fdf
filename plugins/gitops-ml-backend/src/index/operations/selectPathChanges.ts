import { Knex } from 'knex';
import { PathChangeRow } from '../tables';

/** What the commits of a range of positions changed, oldest first; both ends included. */
export async function selectPathChanges(
  tx: Knex,
  key: string,
  range: { from: number; to: number },
): Promise<PathChangeRow[]> {
  return tx<PathChangeRow>('path_changes')
    .where({ repository: key })
    .whereBetween('position', [range.from, range.to])
    .orderBy('position');
}
