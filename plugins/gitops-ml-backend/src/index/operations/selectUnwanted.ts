import { Knex } from 'knex';
import { RepositoryRow } from '../tables';

/** Keys of repositories that no entity asked for since a time. */
export async function selectUnwanted(
  tx: Knex,
  before: number,
): Promise<string[]> {
  return tx<RepositoryRow>('repositories')
    .where('wanted_at', '<', before)
    .pluck('key');
}
