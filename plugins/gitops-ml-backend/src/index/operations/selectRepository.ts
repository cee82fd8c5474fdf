import { Knex } from 'knex';
import { RepositoryRow } from '../tables';

/** The row of a repository. */
export async function selectRepository(
  tx: Knex,
  key: string,
): Promise<RepositoryRow | undefined> {
  return tx<RepositoryRow>('repositories').where({ key }).first();
}
