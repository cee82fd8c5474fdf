import { Knex } from 'knex';
import { RepositoryRow } from '../tables';

/** What may be changed without a claim: the observation; with one: the index. */
type RepositoryPatch = Partial<
  Omit<RepositoryRow, 'key' | 'wanted_at' | 'claimed_by' | 'claimed_until'>
>;

/** Changes columns of a repository's row. */
export async function updateRepository(
  tx: Knex,
  key: string,
  patch: RepositoryPatch,
): Promise<void> {
  await tx<RepositoryRow>('repositories').where({ key }).update(patch);
}
