import { Knex } from 'knex';
import { ReadingRow } from '../tables';
import { chunk } from './chunk';

/** Notes at which positions the facts of entries changed. */
export async function insertReadings(
  tx: Knex,
  readings: readonly ReadingRow[],
): Promise<void> {
  for (const rows of chunk(readings)) {
    await tx<ReadingRow>('readings').insert(rows);
  }
}
