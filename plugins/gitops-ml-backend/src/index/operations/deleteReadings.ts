import { Knex } from 'knex';
import { ReadingRow } from '../tables';

/** Drops a repository's readings; its history stays. */
export async function deleteReadings(tx: Knex, key: string): Promise<void> {
  await tx<ReadingRow>('readings').where({ repository: key }).delete();
}
