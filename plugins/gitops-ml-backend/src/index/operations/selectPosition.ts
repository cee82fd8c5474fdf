import { Knex } from 'knex';
import { CommitRow } from '../tables';

/** A commit's place in the tracked history, where it has one. */
export async function selectPosition(
  tx: Knex,
  key: string,
  oid: string,
): Promise<number | undefined> {
  const row = await tx<CommitRow>('commits')
    .where({ repository: key, oid })
    .first('position');
  return row?.position;
}
