import { Knex } from 'knex';
import { FactsRow } from '../tables';

/** Facts that a reader's version worked out for an entry of one content. */
export async function selectFactsOfEntry(
  tx: Knex,
  of: {
    reader: string;
    version: number;
    entry: string;
    entryOid: string | null;
  },
): Promise<FactsRow[]> {
  return tx<FactsRow>('facts').where({
    reader: of.reader,
    version: of.version,
    entry: of.entry,
    entry_oid: of.entryOid,
  });
}
