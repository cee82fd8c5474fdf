import { Reader } from '@gitops-ml/core';
import { Repository } from '@gitops-ml/git';
import { Knex } from 'knex';
import { digestReaders } from './digestReaders';
import { FactsStore } from './FactsStore';
import { claimRepository } from './operations/claimRepository';
import { deleteHistory } from './operations/deleteHistory';
import { deleteReadings } from './operations/deleteReadings';
import { insertHistory } from './operations/insertHistory';
import { insertReadings } from './operations/insertReadings';
import { releaseRepository } from './operations/releaseRepository';
import { selectPosition } from './operations/selectPosition';
import { selectRepository } from './operations/selectRepository';
import { updateRepository } from './operations/updateRepository';
import { IndexingPlan, planIndexing } from './planIndexing';
import { readHistory } from './readHistory';
import { RepositoryRow } from './tables';
import { countHistory, isOnFirstParentChain, walkHistory } from './walkHistory';

/** How an attempt to index ended. `busy`: another process is at it. */
type IndexingOutcome =
  | { status: 'done'; reason: IndexingPlan['reason'] }
  | { status: 'busy' };

/** Another process took over, because this one was too slow to extend its claim. */
class ClaimLost extends Error {}

const CLAIM_MS = 2 * 60_000;

/**
 * Brings the index of a repository to its mirror's state, step by step, so that
 * an interruption costs one batch. Claims the repository first: of several
 * processes one indexes.
 */
export class Indexer {
  readonly #database: Knex;
  readonly #store: FactsStore;
  readonly #readers: readonly Reader[];
  readonly #owner: string;
  readonly #now: () => number;

  constructor(options: {
    database: Knex;
    store: FactsStore;
    readers: readonly Reader[];
    /** Names this process among others. */
    owner: string;
    now?: () => number;
  }) {
    this.#database = options.database;
    this.#store = options.store;
    this.#readers = options.readers;
    this.#owner = options.owner;
    this.#now = options.now ?? Date.now;
  }

  /** Indexes; `onProgress` is called after each step that pages can see. Throws GitError. */
  async index(
    key: string,
    git: Repository,
    onProgress: () => void = () => {},
  ): Promise<IndexingOutcome> {
    if (!(await this.#claim(this.#database, key))) return { status: 'busy' };
    try {
      const row = await selectRepository(this.#database, key);
      const head = await git.head();
      const readers = digestReaders(this.#readers, this.#store.limits);
      const plan = await this.#plan(row, git, { head, readers });
      await this.#apply(key, git, { plan, row, head, readers, onProgress });
      return { status: 'done', reason: plan.reason };
    } catch (error) {
      if (error instanceof ClaimLost) return { status: 'busy' };
      await updateRepository(this.#database, key, {
        index_status: 'failed',
        index_message: error instanceof Error ? error.message : String(error),
      });
      throw error;
    } finally {
      await releaseRepository(this.#database, { key, owner: this.#owner });
    }
  }

  async #claim(tx: Knex, key: string): Promise<boolean> {
    const now = this.#now();
    return claimRepository(tx, {
      key,
      owner: this.#owner,
      now,
      until: now + CLAIM_MS,
    });
  }

  /** One step: kept as a whole, and only while the claim holds. */
  async #step(key: string, work: (tx: Knex) => Promise<void>): Promise<void> {
    await this.#database.transaction(async tx => {
      if (!(await this.#claim(tx, key))) {
        throw new ClaimLost();
      }
      await work(tx);
    });
  }

  async #plan(
    row: RepositoryRow | undefined,
    git: Repository,
    wanted: { head: string | undefined; readers: string },
  ): Promise<IndexingPlan> {
    const indexed = row?.indexed_head ?? undefined;
    const last =
      indexed &&
      (await selectPosition(this.#database, row?.key ?? '', indexed));
    return planIndexing(
      {
        head: indexed,
        readers: row?.readers ?? undefined,
        complete: last !== undefined && last === row?.read_position,
      },
      {
        ...wanted,
        continues:
          indexed !== undefined &&
          wanted.head !== undefined &&
          indexed !== wanted.head &&
          (await isOnFirstParentChain(git, indexed, wanted.head)),
      },
    );
  }

  async #apply(
    key: string,
    git: Repository,
    options: {
      plan: IndexingPlan;
      row: RepositoryRow | undefined;
      head: string | undefined;
      readers: string;
      onProgress: () => void;
    },
  ): Promise<void> {
    const { plan, row, head, readers, onProgress } = options;
    if (plan.reason !== 'equal') {
      await this.#begin(key, plan, {
        readers,
        total: head ? await countHistory(git, head) : 0,
      });
      onProgress();
    }
    if (head !== undefined && plan.reason !== 'equal') {
      const from =
        plan.history === 'rebuild' ? undefined : row?.indexed_head ?? undefined;
      if (from !== head) await this.#append(key, git, { from, to: head });
      await this.#read(key, git, onProgress);
    }
    await updateRepository(this.#database, key, {
      index_status: 'ready',
      index_message: null,
      indexed_at: new Date(this.#now()).toISOString(),
    });
  }

  async #begin(
    key: string,
    plan: IndexingPlan,
    { readers, total }: { readers: string; total: number },
  ): Promise<void> {
    await this.#step(key, async tx => {
      if (plan.history === 'rebuild' || plan.history === 'drop') {
        await deleteHistory(tx, key);
        await updateRepository(tx, key, { indexed_head: null });
      }
      if (plan.readings === 'rebuild') {
        await deleteReadings(tx, key);
        await updateRepository(tx, key, { readers, read_position: null });
      }
      await updateRepository(tx, key, {
        index_status: 'indexing',
        index_message: null,
        commits_total: total,
      });
    });
  }

  async #append(
    key: string,
    git: Repository,
    range: { from: string | undefined; to: string },
  ): Promise<void> {
    const last = range.from
      ? await selectPosition(this.#database, key, range.from)
      : undefined;
    const batches = walkHistory(git, {
      key,
      ...range,
      position: last === undefined ? 0 : last + 1,
    });
    for await (const { commits, changes } of batches) {
      await this.#step(key, async tx => {
        await insertHistory(tx, commits, changes);
        await updateRepository(tx, key, {
          indexed_head: commits[commits.length - 1].oid,
        });
      });
    }
  }

  async #read(
    key: string,
    git: Repository,
    onProgress: () => void,
  ): Promise<void> {
    const batches = readHistory(key, git, {
      database: this.#database,
      store: this.#store,
      readers: this.#readers,
      now: this.#now,
    });
    for await (const { readings, position } of batches) {
      await this.#step(key, async tx => {
        await insertReadings(tx, readings);
        await updateRepository(tx, key, { read_position: position });
      });
      onProgress();
    }
  }
}
