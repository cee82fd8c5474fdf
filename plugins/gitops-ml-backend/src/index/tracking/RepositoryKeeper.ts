import { LoggerService } from '@backstage/backend-plugin-api';
import { Repository as GitRepository } from '@gitops-ml/git';
import { Knex } from 'knex';
import { Repository } from '../../forge/describeRepository';
import { MirrorOutcome, Mirrors } from '../../git/Mirrors';
import { OpenMirrors } from '../../git/OpenMirrors';
import { ForgeHost, repositoryKey } from '../../forge/repositoryKey';
import { Indexer } from '../Indexer';
import { IndexingPlan } from '../planIndexing';
import { deleteHistory } from '../operations/deleteHistory';
import { deleteRepository } from '../operations/deleteRepository';
import { deleteUnusedFacts } from '../operations/deleteUnusedFacts';
import { ensureRepository } from '../operations/ensureRepository';
import { selectRepository } from '../operations/selectRepository';
import { selectUnwanted } from '../operations/selectUnwanted';
import { updateRepository } from '../operations/updateRepository';
import { observe } from './observe';
import { createLimiter } from './createLimiter';
import { nextAttempt } from './nextAttempt';
import { readRepositoryState, RepositoryState } from './readRepositoryState';

interface Kept {
  repository: Repository;
  /** Topics of the entities that show it. */
  topics: Set<string>;
  failures: number;
  attemptedAt: number | undefined;
  running: Promise<void> | undefined;
  /** Something asked for a refresh while one was running. */
  again: boolean;
}

/** What a keeper works with. */
interface RepositoryKeeperOptions {
  database: Knex;
  mirrors: Pick<Mirrors, 'update' | 'forget'>;
  open: Pick<OpenMirrors, 'use'>;
  indexer: Pick<Indexer, 'index'>;
  forges: readonly ForgeHost[];
  logger: LoggerService;
  refreshMs: number;
  /** Tells open pages that something about these topics changed. */
  publish: (topics: readonly string[]) => void;
  now?: () => number;
}

const AT_ONCE = 3;
/** Progress is told at most so often. */
const PROGRESS_MS = 1000;
/** Reasons of indexing by which readings are dropped. */
const DROPPING = new Set<IndexingPlan['reason']>([
  'history-rewritten',
  'branch-gone',
  'reader-changed',
]);
/** What no entity asked for so long is deleted. */
const FORGET_MS = 24 * 60 * 60_000;

/**
 * Keeps the repositories that entities show: mirrors them, indexes them, tells
 * pages. One refresh per repository at a time, few in all.
 */
export class RepositoryKeeper {
  readonly #options: RepositoryKeeperOptions;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #limit = createLimiter(AT_ONCE);
  /** Readings were dropped, here or before this process began. */
  #mayHaveUnusedFacts = true;

  constructor(options: RepositoryKeeperOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** An entity shows this repository; the first to say so starts its mirror. */
  async want(repository: Repository, topic: string): Promise<void> {
    const kept = this.#kept.get(repository.key);
    if (kept) {
      kept.topics.add(topic);
      return;
    }
    this.#kept.set(repository.key, {
      repository,
      topics: new Set([topic]),
      failures: 0,
      attemptedAt: undefined,
      running: undefined,
      again: false,
    });
    await ensureRepository(this.#options.database, {
      key: repository.key,
      now: this.#now(),
    });
    this.refresh(repository);
  }

  /** Looks at the forge now, or once more after the look that is under way. */
  refresh({ key }: Pick<Repository, 'key'>): 'started' | 'already-running' {
    const kept = this.#kept.get(key);
    if (!kept) return 'already-running';
    if (kept.running) {
      kept.again = true;
      return 'already-running';
    }
    kept.running = this.#limit(() => this.#refresh(kept))
      .catch(error => {
        this.#options.logger.error(`Refreshing ${key} failed`, error);
      })
      .finally(() => {
        kept.running = undefined;
        if (!kept.again) return;
        kept.again = false;
        this.refresh({ key });
      });
    return 'started';
  }

  /** Looks at every repository whose time has come. */
  refreshDue(): void {
    for (const kept of this.#kept.values()) {
      const wait = nextAttempt(kept.failures, this.#options.refreshMs);
      if ((kept.attemptedAt ?? 0) + wait <= this.#now() && !kept.running) {
        this.refresh(kept.repository);
      }
    }
  }

  /** A forge says that one of these URLs was pushed to. */
  pushed(urls: readonly string[]): void {
    const keys = urls.map(url => repositoryKey(url, this.#options.forges));
    for (const kept of this.#kept.values()) {
      if (keys.includes(kept.repository.key)) this.refresh(kept.repository);
    }
  }

  /** Which repositories all entities show, with their topics; what none shows is let go in time. */
  async setWanted(
    wanted: readonly { repository: Repository; topic: string }[],
  ): Promise<void> {
    const keys = new Set(wanted.map(({ repository }) => repository.key));
    for (const [key, kept] of this.#kept) {
      if (!keys.has(key) && !kept.running) this.#kept.delete(key);
      else kept.topics.clear();
    }
    for (const { repository, topic } of wanted) {
      await this.want(repository, topic);
    }
    for (const key of keys) {
      await ensureRepository(this.#options.database, {
        key,
        now: this.#now(),
      });
    }
    await this.#forget();
  }

  /** How far a repository is; `undefined` where nobody asked for it yet. */
  async stateOf(key: string): Promise<RepositoryState | undefined> {
    const row = await selectRepository(this.#options.database, key);
    return row && readRepositoryState(row);
  }

  /** Works with a mirror; `undefined` where there is none yet. */
  use<T>(
    repository: Pick<Repository, 'key'>,
    work: (git: GitRepository) => Promise<T>,
  ): Promise<T | undefined> {
    return this.#options.open.use(repository, work);
  }

  /** Tells the pages of a repository that something changed. */
  announce(key: string): void {
    const topics = this.#kept.get(key)?.topics;
    if (topics?.size) this.#options.publish([...topics]);
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    while ([...this.#kept.values()].some(kept => kept.running)) {
      await Promise.all([...this.#kept.values()].map(kept => kept.running));
    }
  }

  async #refresh(kept: Kept): Promise<void> {
    const { key } = kept.repository;
    kept.attemptedAt = this.#now();
    const outcome = await this.#lookAt(kept.repository);
    kept.failures = outcome.status === 'ok' ? 0 : kept.failures + 1;
    const changed = await this.#note(key, outcome);
    if (changed || (outcome.status === 'ok' && outcome.changed)) {
      this.announce(key);
    }
    if (outcome.status === 'ok') await this.#index(kept.repository);
  }

  async #lookAt(repository: Repository): Promise<MirrorOutcome> {
    try {
      return await this.#options.mirrors.update(repository);
    } catch (error) {
      const message = `The mirror can't be kept: ${
        error instanceof Error ? error.message : String(error)
      }`;
      this.#options.logger.warn(`${repository.key}: ${message}`);
      return { status: 'unreachable', message };
    }
  }

  /** @returns whether pages would show something else now */
  async #note(key: string, outcome: MirrorOutcome): Promise<boolean> {
    const { database } = this.#options;
    const before = (await this.stateOf(key))?.source;
    const after = observe(
      before,
      {
        status: outcome.status,
        message: outcome.status === 'ok' ? undefined : outcome.message,
      },
      new Date(this.#now()).toISOString(),
    );
    await updateRepository(database, key, {
      source_status: after.status,
      source_since: after.since,
      source_observed_at: after.observedAt ?? null,
      source_message: after.message ?? null,
    });
    return before?.status !== after.status || before?.message !== after.message;
  }

  async #index(repository: Repository): Promise<void> {
    const { open, indexer, logger } = this.#options;
    const { key } = repository;
    let told = 0;
    const onProgress = () => {
      if (this.#now() - told < PROGRESS_MS) return;
      told = this.#now();
      this.announce(key);
    };
    try {
      const outcome = await open.use(repository, git =>
        indexer.index(key, git, onProgress),
      );
      if (outcome?.status === 'done' && outcome.reason !== 'equal') {
        this.#mayHaveUnusedFacts ||= DROPPING.has(outcome.reason);
        logger.info(`Indexed ${key} (${outcome.reason})`);
        this.announce(key);
      }
    } catch (error) {
      this.announce(key);
      throw error;
    }
  }

  async #forget(): Promise<void> {
    const { database, mirrors } = this.#options;
    const unwanted = await selectUnwanted(database, this.#now() - FORGET_MS);
    for (const key of unwanted) {
      await deleteHistory(database, key);
      await deleteRepository(database, key);
      await mirrors.forget({ key });
      this.#mayHaveUnusedFacts = true;
    }
    await this.#prune();
  }

  async #prune(): Promise<void> {
    if (!this.#mayHaveUnusedFacts) return;
    const outcome = await this.#options.database.transaction(deleteUnusedFacts);
    this.#mayHaveUnusedFacts = outcome === 'busy';
  }
}
