import { Knex } from 'knex';

interface SettingRow {
  key: string;
  value: string;
}

/** A setting's value; the first caller's proposal becomes it. */
export async function ensureSetting(
  tx: Knex,
  key: string,
  proposal: string,
): Promise<string> {
  await tx<SettingRow>('settings')
    .insert({ key, value: proposal })
    .onConflict('key')
    .ignore();
  const row = await tx<SettingRow>('settings').where({ key }).first();
  return row?.value ?? proposal;
}
