import { Knex } from 'knex';
import { RepositoryRow } from '../tables';

/** Notes that a repository is wanted, and makes its row where there is none. */
export async function ensureRepository(
  tx: Knex,
  options: { key: string; now: number },
): Promise<void> {
  await tx<RepositoryRow>('repositories')
    .insert({
      key: options.key,
      wanted_at: options.now,
      index_status: 'waiting',
    })
    .onConflict('key')
    .merge(['wanted_at']);
}
