import { Knex } from 'knex';
import {
  createDatabase,
  createTestDatabases,
  rollBack,
} from '../../__testUtils__/createDatabase';
import { KeptRelease } from './Release';
import { ReleaseLog } from './ReleaseLog';

const SUBJECT = {
  repository: 'https://forge/ml/fraud',
  folder: '',
  environment: 'staging',
};

const release = (change: Partial<KeptRelease> = {}): KeptRelease => ({
  at: '2026-11-21T10:00:00Z',
  atFrom: 'object',
  after: undefined,
  provenance: 'watched',
  outcome: 'stable',
  pods: 'u/1:a',
  identity: {
    status: 'known',
    configMap: 'release-a',
    model: { name: 'fraud', version: 'v1' },
    images: ['image'],
  },
  configMaps: ['release-a'],
  previous: undefined,
  reached: undefined,
  message: undefined,
  git: { commit: 'c1', parts: { code: 'd1', configuration: null } },
  ...change,
});

const aborted = release({
  at: '2026-11-21T11:00:00Z',
  atFrom: 'observed',
  after: '2026-11-21T10:59:00Z',
  outcome: 'aborted',
  pods: 'u/2:b@2026-11-21T11:00:00Z',
  previous: release().identity,
  reached: { index: 0, count: 5, inferred: true },
  message: 'RolloutAborted',
  git: { commit: undefined, parts: {} },
});

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('ReleaseLog on %s', id => {
  let knex: Knex;
  let log: ReleaseLog;

  beforeAll(async () => {
    knex = await createDatabase(databases, id);
  });

  beforeEach(async () => {
    await knex('releases').delete();
    await knex('observations').delete();
    log = new ReleaseLog(knex);
  });

  it('gives back what it keeps, newest first', async () => {
    expect(await log.add(SUBJECT, [release(), aborted])).toBe(true);
    expect(await log.list(SUBJECT)).toEqual([aborted, release()]);
    expect(await log.list({ ...SUBJECT, environment: 'other' })).toEqual([]);
    expect(await log.known(SUBJECT)).toEqual({
      lastStable: release(),
      hashes: new Set(['a', 'b']),
    });
  });

  it('keeps each release once, whichever process writes it first', async () => {
    const logs = [log, new ReleaseLog(knex), new ReleaseLog(knex)];
    const added = await Promise.all(
      logs.map((one, index) =>
        // Their clocks differ.
        one.add(SUBJECT, [release({ at: `2026-11-21T10:00:0${index}Z` })]),
      ),
    );
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await log.list(SUBJECT)).toHaveLength(1);
    // One process is late.
    expect(await log.add(SUBJECT, [aborted, release()])).toBe(true);
    expect(await log.add(SUBJECT, [aborted, release()])).toBe(false);
    expect(await log.list(SUBJECT)).toHaveLength(2);
  });

  it('tells watching from gaps', async () => {
    const at = (minute: number) => `2026-11-21T10:0${minute}:00.000Z`;
    expect(await log.watched(SUBJECT, at(0))).toEqual({
      isWatched: false,
      until: undefined,
    });
    await log.extend(SUBJECT, at(0));
    await log.extend(SUBJECT, at(2));
    expect(await log.watched(SUBJECT, at(3))).toEqual({
      isWatched: true,
      until: at(2),
    });
    expect(await log.watched(SUBJECT, at(8))).toEqual({
      isWatched: false,
      until: at(2),
    });
    await log.extend(SUBJECT, at(8));
    expect(await log.gaps(SUBJECT, [])).toEqual([{ from: at(2), to: at(8) }]);
    expect(
      await log.environments({ repository: SUBJECT.repository, folder: '' }),
    ).toEqual(['staging']);
  });

  it('takes some rounds of a slow tracking for one span', async () => {
    const slow = new ReleaseLog(knex, { refreshMs: 20 * 60_000 });
    await slow.extend(SUBJECT, '2026-11-21T10:00:00.000Z');
    expect(
      await slow.watched(SUBJECT, '2026-11-21T10:59:00.000Z'),
    ).toMatchObject({ isWatched: true });
  });

  it('forgets what is old, but not what became stable last', async () => {
    const other = { ...SUBJECT, environment: 'production' };
    await log.add(SUBJECT, [
      release(),
      release({ pods: 'u/2:b', at: '2026-11-21T10:30:00Z' }),
      aborted,
    ]);
    await log.add(other, [release()]);
    await log.extend(SUBJECT, '2026-11-21T11:00:00.000Z');
    const day = 24 * 60 * 60_000;
    await log.deleteOlderThan(day, Date.parse('2026-11-22T10:45:00Z'));
    expect((await log.list(SUBJECT)).map(({ pods }) => pods)).toEqual([
      aborted.pods,
      'u/2:b',
    ]);
    expect(await log.list(other)).toHaveLength(1);
    await log.deleteOlderThan(day, Date.parse('2027-11-22T10:45:00Z'));
    expect((await log.list(SUBJECT)).map(({ pods }) => pods)).toEqual([
      'u/2:b',
    ]);
    expect(await knex('observations')).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go down with what is kept, and up again', async () => {
    const knex = await createDatabase(databases, id);
    await new ReleaseLog(knex).add(SUBJECT, [release(), aborted]);
    await rollBack(knex);
    expect(await knex.schema.hasTable('releases')).toBe(false);
    const again = await createDatabase(databases, id);
    expect(await new ReleaseLog(again).list(SUBJECT)).toEqual([]);
  });

  it('keep releases that were noted before their times were', async () => {
    const knex = await createDatabase(databases, id);
    const directory =
      require('@backstage/backend-plugin-api').resolvePackagePath(
        '@gitops-ml/backstage-plugin-gitops-ml-backend',
        'migrations',
      );
    await knex.migrate.down({ directory });
    await knex('releases').insert({
      ...SUBJECT,
      at: '2026-11-21T10:00:00Z',
      outcome: 'stable',
      pods: '1:a',
      witnessed: true,
      identity: JSON.stringify(release().identity),
    });
    await knex.migrate.latest({ directory });
    expect(await new ReleaseLog(knex).list(SUBJECT)).toEqual([
      release({
        atFrom: 'observed',
        pods: '1:a',
        configMaps: [],
        git: { commit: undefined, parts: {} },
      }),
    ]);
    await knex.migrate.down({ directory });
    expect(await knex('releases').select('pods')).toEqual([{ pods: '1:a' }]);
  });
});
