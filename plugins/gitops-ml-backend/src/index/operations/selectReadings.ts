import { Knex } from 'knex';
import { ReadingRow } from '../tables';

/** All changes of facts in the tracked history, oldest first. */
export async function selectReadings(
  tx: Knex,
  key: string,
): Promise<ReadingRow[]> {
  return tx<ReadingRow>('readings')
    .where({ repository: key })
    .orderBy(['position', 'reader', 'entry']);
}
