import { Knex } from 'knex';
import { FactsRow } from '../tables';

/** Keeps facts; the same trace worked out twice is one row, the newer one. */
export async function insertFacts(tx: Knex, row: FactsRow): Promise<void> {
  await tx<FactsRow>('facts').insert(row).onConflict('id').merge();
}
