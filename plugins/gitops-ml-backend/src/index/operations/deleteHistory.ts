import { Knex } from 'knex';

/** Drops what is indexed of a repository. */
export async function deleteHistory(tx: Knex, key: string): Promise<void> {
  for (const table of ['readings', 'path_changes', 'commits']) {
    await tx(table).where({ repository: key }).delete();
  }
}
