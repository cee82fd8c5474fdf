import { Knex } from 'knex';
import { FactsRow } from '../tables';
import { chunk } from './chunk';

/** Facts by id, in no order. */
export async function selectFactsByIds(
  tx: Knex,
  ids: readonly string[],
): Promise<FactsRow[]> {
  const found: FactsRow[] = [];
  for (const part of chunk(ids)) {
    found.push(...(await tx<FactsRow>('facts').whereIn('id', part)));
  }
  return found;
}
