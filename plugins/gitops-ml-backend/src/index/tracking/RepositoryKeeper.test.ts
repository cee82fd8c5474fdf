import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  createDatabase,
  createTestDatabases,
} from '../../__testUtils__/createDatabase';
import { Repository } from '../../forge/describeRepository';
import { MirrorOutcome } from '../../git/Mirrors';
import { insertFacts } from '../operations/insertFacts';
import { RepositoryKeeper } from './RepositoryKeeper';

type Options = ConstructorParameters<typeof RepositoryKeeper>[0];

const databases = createTestDatabases();

const repository = (name: string): Repository => ({
  key: `http://forge/ml/${name}`,
  forge: 'gitea',
  cloneUrl: `http://forge/ml/${name}.git`,
  webUrl: `http://forge/ml/${name}`,
});

const FRAUD = repository('fraud');
const MINUTE = 60_000;

describe('RepositoryKeeper', () => {
  let knex: Knex;
  let now: number;
  let updates: string[];
  let forgotten: string[];
  let published: string[];
  let outcome: MirrorOutcome;
  /** What a mirror update waits for. */
  let gate: Promise<void>;
  let index: Options['indexer']['index'];
  let keeper: RepositoryKeeper;

  beforeEach(async () => {
    knex = await createDatabase(databases, 'SQLITE_3');
    now = Date.parse('2026-11-21T10:00:00Z');
    updates = [];
    forgotten = [];
    published = [];
    outcome = { status: 'ok', changed: true };
    gate = Promise.resolve();
    index = async () => ({ status: 'done', reason: 'equal' });
    keeper = new RepositoryKeeper({
      database: knex,
      logger: mockServices.logger.mock(),
      refreshMs: MINUTE,
      forges: [{ host: 'forge', baseUrl: 'http://forge' }],
      publish: topics => published.push(topics.join()),
      now: () => now,
      mirrors: {
        update: async ({ key }) => {
          updates.push(key);
          await gate;
          return outcome;
        },
        forget: async ({ key }) => {
          forgotten.push(key);
        },
      },
      open: { use: async (_, work) => work(Object.create(null)) },
      indexer: { index: (...args) => index(...args) },
    });
  });

  it('looks once at what many entities show, and tells each', async () => {
    await Promise.all([
      keeper.want(FRAUD, 'one'),
      keeper.want(FRAUD, 'two'),
      keeper.want(FRAUD, 'one'),
    ]);
    await keeper.settle();
    expect(updates).toEqual([FRAUD.key]);
    expect(published).toEqual(['one,two']);
    expect((await keeper.stateOf(FRAUD.key))?.source).toEqual({
      status: 'ok',
      since: '2026-11-21T10:00:00.000Z',
      observedAt: '2026-11-21T10:00:00.000Z',
      message: undefined,
    });
  });

  it('looks once more when it is asked to while it looks', async () => {
    let open = () => {};
    gate = new Promise(resolve => {
      open = resolve;
    });
    await keeper.want(FRAUD, 'one');
    expect(keeper.refresh(FRAUD)).toBe('already-running');
    expect(keeper.refresh(FRAUD)).toBe('already-running');
    open();
    await keeper.settle();
    expect(updates).toHaveLength(2);
  });

  it('tells nobody when nothing changed', async () => {
    await keeper.want(FRAUD, 'one');
    await keeper.settle();
    outcome = { status: 'ok', changed: false };
    published = [];
    expect(keeper.refresh(FRAUD)).toBe('started');
    await keeper.settle();
    expect(published).toEqual([]);
  });

  it('leaves a failing forge alone for longer and longer, unless asked', async () => {
    outcome = { status: 'unreachable', message: 'down' };
    await keeper.want(FRAUD, 'one');
    await keeper.settle();
    const lookedAfter = async (ms: number) => {
      const before = updates.length;
      now += ms;
      keeper.refreshDue();
      await keeper.settle();
      return updates.length > before;
    };
    expect(await lookedAfter(MINUTE - 1)).toBe(false);
    expect(await lookedAfter(1)).toBe(true);
    expect(await lookedAfter(2 * MINUTE - 1)).toBe(false);
    expect(await lookedAfter(1)).toBe(true);
    expect(keeper.refresh(FRAUD)).toBe('started');
    await keeper.settle();
    outcome = { status: 'ok', changed: false };
    keeper.refresh(FRAUD);
    await keeper.settle();
    expect(await lookedAfter(0)).toBe(true);
    expect((await keeper.stateOf(FRAUD.key))?.source?.status).toBe('ok');
  });

  it('does not index what it could not fetch', async () => {
    outcome = { status: 'forbidden', message: 'no' };
    const indexed = jest.fn();
    index = indexed;
    await keeper.want(FRAUD, 'one');
    await keeper.settle();
    expect(indexed).not.toHaveBeenCalled();
  });

  it('tells pages when indexing fails', async () => {
    outcome = { status: 'ok', changed: false };
    await keeper.want(FRAUD, 'one');
    await keeper.settle();
    published = [];
    index = async () => {
      throw new Error('disk full');
    };
    keeper.refresh(FRAUD);
    await keeper.settle();
    expect(published).toEqual(['one']);
  });

  it.each([
    ['http://FORGE/ml/fraud.git', 1],
    ['git@forge:ml/fraud.git', 1],
    ['http://forge/ml/other.git', 0],
    ['http://elsewhere/ml/fraud.git', 0],
  ])('takes a push to %s for %d refresh', async (url, count) => {
    await keeper.want(FRAUD, 'one');
    await keeper.settle();
    updates = [];
    keeper.pushed([url]);
    await keeper.settle();
    expect(updates).toHaveLength(count);
  });

  it('lets go of what no entity shows, and forgets it after a day', async () => {
    await keeper.setWanted([
      { repository: FRAUD, topic: 'one' },
      { repository: repository('other'), topic: 'two' },
    ]);
    await keeper.settle();
    await keeper.setWanted([{ repository: FRAUD, topic: 'one' }]);
    updates = [];
    now += MINUTE;
    keeper.refreshDue();
    await keeper.settle();
    expect(updates).toEqual([FRAUD.key]);
    expect(forgotten).toEqual([]);
    now += 25 * 60 * MINUTE;
    await keeper.setWanted([{ repository: FRAUD, topic: 'one' }]);
    expect(forgotten).toEqual([repository('other').key]);
    expect(await keeper.stateOf(repository('other').key)).toBeUndefined();
    expect(await keeper.stateOf(FRAUD.key)).toBeDefined();
  });

  it.each(['history-rewritten', 'reader-changed'] as const)(
    'deletes facts that nothing refers to once %s',
    async reason => {
      const wanted = [{ repository: FRAUD, topic: 'one' }];
      await keeper.setWanted(wanted);
      await keeper.settle();
      await insertFacts(knex, {
        id: 'unused',
        reader: 'r',
        version: 1,
        entry: 'e',
        entry_oid: null,
        trace: '[]',
        facts: null,
        problems: '[]',
        retry_at: null,
      });
      await keeper.setWanted(wanted);
      expect(await knex('facts').pluck('id')).toEqual(['unused']);
      index = async () => ({ status: 'done', reason });
      keeper.refresh(FRAUD);
      await keeper.settle();
      await keeper.setWanted(wanted);
      expect(await knex('facts').pluck('id')).toEqual([]);
    },
  );
});
