import { Knex } from 'knex';
import { RepositoryRow } from '../tables';

/** Gives a claim up, where it is still held. */
export async function releaseRepository(
  tx: Knex,
  options: { key: string; owner: string },
): Promise<void> {
  await tx<RepositoryRow>('repositories')
    .where({ key: options.key, claimed_by: options.owner })
    .update({ claimed_by: null, claimed_until: null });
}
