import { Knex } from 'knex';
import { RepositoryRow } from '../tables';

/**
 * Claims a repository for indexing, or extends a claim that is held already.
 * @returns whether the caller holds it now
 */
export async function claimRepository(
  tx: Knex,
  options: { key: string; owner: string; now: number; until: number },
): Promise<boolean> {
  const { key, owner, now, until } = options;
  const updated = await tx<RepositoryRow>('repositories')
    .where({ key })
    .andWhere(free =>
      free
        .whereNull('claimed_by')
        .orWhere('claimed_by', owner)
        .orWhere('claimed_until', '<', now),
    )
    .update({ claimed_by: owner, claimed_until: until });
  return updated === 1;
}
