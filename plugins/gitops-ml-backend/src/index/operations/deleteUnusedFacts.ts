import { Knex } from 'knex';
import { FactsRow, ReadingRow, RepositoryRow } from '../tables';
import { chunk } from './chunk';

/**
 * Deletes facts that no reading refers to. `busy` where a repository is being
 * indexed, which may be about to refer to some: then nothing is deleted.
 *
 * Wants a transaction: the rows of `repositories` are locked first, so that who
 * begins to index waits. A repository that is added meanwhile is mirrored first.
 */
export async function deleteUnusedFacts(
  tx: Knex.Transaction,
): Promise<'done' | 'busy'> {
  await tx<RepositoryRow>('repositories').update({
    claimed_by: tx.ref('claimed_by'),
  });
  const claimed = await tx<RepositoryRow>('repositories')
    .whereNotNull('claimed_by')
    .first('key');
  if (claimed) return 'busy';
  const used = tx<ReadingRow>('readings').whereNotNull('facts').select('facts');
  const unused = await tx<FactsRow>('facts').whereNotIn('id', used).pluck('id');
  for (const part of chunk(unused)) {
    await tx<FactsRow>('facts').whereIn('id', part).delete();
  }
  return 'done';
}
