import { Knex } from 'knex';
import { RepositoryRow } from '../tables';

/** Deletes the row of a repository. */
export async function deleteRepository(tx: Knex, key: string): Promise<void> {
  await tx<RepositoryRow>('repositories').where({ key }).delete();
}
