import { Knex } from 'knex';
import {
  createDatabase,
  createTestDatabases,
  rollBack,
} from '../../__testUtils__/createDatabase';
import { FactsRow } from '../tables';
import { claimRepository } from './claimRepository';
import { deleteHistory } from './deleteHistory';
import { deleteReadings } from './deleteReadings';
import { deleteRepository } from './deleteRepository';
import { deleteUnusedFacts } from './deleteUnusedFacts';
import { ensureRepository } from './ensureRepository';
import { ensureSetting } from './ensureSetting';
import { insertFacts } from './insertFacts';
import { insertHistory } from './insertHistory';
import { insertReadings } from './insertReadings';
import { releaseRepository } from './releaseRepository';
import { selectCommits } from './selectCommits';
import { selectFactsByIds } from './selectFactsByIds';
import { selectFactsOfEntry } from './selectFactsOfEntry';
import { selectPathChanges } from './selectPathChanges';
import { selectPosition } from './selectPosition';
import { selectReadings } from './selectReadings';
import { selectRepository } from './selectRepository';
import { selectUnwanted } from './selectUnwanted';
import { updateRepository } from './updateRepository';

const databases = createTestDatabases();

const KEY = 'https://forge/ml/fraud';
const OTHER = 'https://forge/ml/other';

const facts = (id: string, patch: Partial<FactsRow> = {}): FactsRow => ({
  id,
  reader: 'r',
  version: 1,
  entry: 'e',
  entry_oid: 'o1',
  trace: '[]',
  facts: '{}',
  problems: '[]',
  retry_at: null,
  ...patch,
});

describe.each(databases.eachSupportedId())('operations on %p', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createDatabase(databases, id);
  });

  beforeEach(async () => {
    for (const table of [
      'repositories',
      'commits',
      'path_changes',
      'facts',
      'readings',
      'settings',
    ]) {
      await knex(table).delete();
    }
  });

  it('keeps a repository once, with the last time it was wanted', async () => {
    await ensureRepository(knex, { key: KEY, now: 1 });
    await updateRepository(knex, KEY, { index_status: 'ready' });
    await ensureRepository(knex, { key: KEY, now: 1_800_000_000_000 });
    expect(await selectRepository(knex, KEY)).toMatchObject({
      index_status: 'ready',
    });
    expect(await selectUnwanted(knex, 1_800_000_000_000)).toEqual([]);
    expect(await selectUnwanted(knex, 1_800_000_000_001)).toEqual([KEY]);
    await deleteRepository(knex, KEY);
    expect(await selectRepository(knex, KEY)).toBeUndefined();
  });

  it('deletes facts that no reading refers to, many and of all repositories', async () => {
    const many = Array.from({ length: 450 }, (_, index) => `unused${index}`);
    for (const one of ['used', ...many]) await insertFacts(knex, facts(one));
    await ensureRepository(knex, { key: KEY, now: 1 });
    const reading = { repository: KEY, reader: 'r', entry: 'e' };
    await insertReadings(knex, [
      { ...reading, position: 0, facts: 'used' },
      { ...reading, position: 1, facts: null },
    ]);
    expect(await knex.transaction(deleteUnusedFacts)).toBe('done');
    expect(await knex('facts').pluck('id')).toEqual(['used']);
    await deleteReadings(knex, KEY);
    expect(await knex.transaction(deleteUnusedFacts)).toBe('done');
    expect(await knex('facts').pluck('id')).toEqual([]);
  });

  it('deletes no facts while a repository is indexed, even slowly', async () => {
    await insertFacts(knex, facts('unused'));
    await ensureRepository(knex, { key: KEY, now: 1 });
    const claim = { key: KEY, owner: 'a', now: 1, until: 2 };
    await claimRepository(knex, claim);
    expect(await knex.transaction(deleteUnusedFacts)).toBe('busy');
    expect(await knex('facts').pluck('id')).toEqual(['unused']);
    await releaseRepository(knex, { key: KEY, owner: 'a' });
    expect(await knex.transaction(deleteUnusedFacts)).toBe('done');
    expect(await knex('facts').pluck('id')).toEqual([]);
  });

  it('gives a claim to one owner until it is released or over', async () => {
    await ensureRepository(knex, { key: KEY, now: 1 });
    const claim = (owner: string, now: number) =>
      claimRepository(knex, { key: KEY, owner, now, until: now + 100 });
    expect(await claim('a', 1000)).toBe(true);
    expect(await claim('b', 1050)).toBe(false);
    expect(await claim('a', 1050)).toBe(true);
    expect(await claim('b', 1150)).toBe(false);
    expect(await claim('b', 1151)).toBe(true);
    await releaseRepository(knex, { key: KEY, owner: 'a' });
    expect(await claim('a', 1152)).toBe(false);
    await releaseRepository(knex, { key: KEY, owner: 'b' });
    expect(await claim('a', 1153)).toBe(true);
  });

  it('claims nothing that is not there', async () => {
    expect(
      await claimRepository(knex, { key: KEY, owner: 'a', now: 1, until: 2 }),
    ).toBe(false);
  });

  it('keeps the history of each repository apart, in order', async () => {
    const commits = Array.from({ length: 450 }, (_, position) => ({
      repository: KEY,
      position,
      oid: `c${position}`,
    }));
    const change = { repository: KEY, position: 449, path: 'a', oid: 'x' };
    const gone = { repository: KEY, position: 448, path: 'a', oid: null };
    await insertHistory(knex, commits, [change, gone]);
    await insertHistory(
      knex,
      [{ repository: OTHER, position: 0, oid: 'c7' }],
      [],
    );
    expect(await selectCommits(knex, KEY)).toEqual(commits);
    expect(await selectCommits(knex, KEY, { from: 2, limit: 1 })).toEqual([
      commits[2],
    ]);
    expect(await selectPosition(knex, KEY, 'c7')).toBe(7);
    expect(await selectPosition(knex, KEY, 'nope')).toBeUndefined();
    expect(await selectPathChanges(knex, KEY, { from: 0, to: 449 })).toEqual([
      gone,
      change,
    ]);
    expect(await selectPathChanges(knex, KEY, { from: 449, to: 449 })).toEqual([
      change,
    ]);

    await insertReadings(knex, [
      { repository: KEY, position: 1, reader: 'r', entry: 'e', facts: null },
    ]);
    await deleteHistory(knex, KEY);
    expect(await selectCommits(knex, KEY)).toEqual([]);
    expect(await selectReadings(knex, KEY)).toEqual([]);
    expect(await selectCommits(knex, OTHER)).toHaveLength(1);
  });

  it('finds facts by what they were read from', async () => {
    await insertFacts(knex, facts('1'));
    await insertFacts(knex, facts('2', { version: 2 }));
    await insertFacts(knex, facts('3', { entry_oid: null }));
    await insertFacts(
      knex,
      facts('1', { problems: '[1]', retry_at: 1_800_000_000_000 }),
    );
    const of = (version: number, entryOid: string | null) =>
      selectFactsOfEntry(knex, { reader: 'r', version, entry: 'e', entryOid });
    expect(
      (await of(1, 'o1')).map(row => [
        row.id,
        row.problems,
        Number(row.retry_at),
      ]),
    ).toEqual([['1', '[1]', 1_800_000_000_000]]);
    expect((await of(1, null)).map(row => row.id)).toEqual(['3']);
    expect(
      (await selectFactsByIds(knex, ['2', '3'])).map(row => row.id).sort(),
    ).toEqual(['2', '3']);
  });

  it('gives readings back in the order of the history', async () => {
    const row = (position: number, entry: string) => ({
      repository: KEY,
      position,
      reader: 'r',
      entry,
      facts: `${position}`,
    });
    await insertReadings(knex, [row(10, 'a'), row(9, 'b'), row(9, 'a')]);
    expect(await selectReadings(knex, KEY)).toEqual([
      row(9, 'a'),
      row(9, 'b'),
      row(10, 'a'),
    ]);
    await deleteReadings(knex, KEY);
    expect(await selectReadings(knex, KEY)).toEqual([]);
  });

  it('lets the first proposal of a setting win', async () => {
    expect(await ensureSetting(knex, 'k', 'first')).toBe('first');
    expect(await ensureSetting(knex, 'k', 'second')).toBe('first');
  });

  it('can be migrated down and up again with rows in it', async () => {
    await ensureRepository(knex, { key: KEY, now: 1 });
    await rollBack(knex);
    expect(await knex.schema.hasTable('repositories')).toBe(false);
    const again = await createDatabase(databases, id);
    expect(await again.schema.hasTable('repositories')).toBe(true);
  });
});
