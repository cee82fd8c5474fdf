import { Knex } from 'knex';
import { KeptRelease, ReleaseSubject } from './Release';
import {
  ObservationRow,
  ReleaseRow,
  toKeptRelease,
  toReleaseRow,
} from './releaseRows';
import { findGaps, Span } from './findGaps';
import { KnownReleases, Watch } from './planReleases';
import { hashOfPods } from './SeenState';

/**
 * Looks that are nearer than that are one span, in milliseconds; and those of some rounds of
 * the tracking. A restart is no gap: the objects themselves say when they changed.
 */
const SPAN_MS = 5 * 60_000;
const ROUNDS = 3;
const NEWEST = 200;
const UNIQUE = ['repository', 'folder', 'environment', 'outcome', 'pods'];

/**
 * Remembers what ran: it cannot be seen again. Rows are only added, and one that another
 * process wrote already is not written again, so that any number of processes may watch.
 */
export class ReleaseLog {
  readonly #database: Knex;
  readonly #spanMs: number;

  constructor(database: Knex, options: { refreshMs?: number } = {}) {
    this.#database = database;
    this.#spanMs = Math.max(SPAN_MS, ROUNDS * (options.refreshMs ?? 0));
  }

  /** Until when an environment was watched, and whether that is just now. */
  async watched(subject: ReleaseSubject, now: string): Promise<Watch> {
    const last = await this.#lastSpan(subject);
    return { isWatched: this.#isOpen(last, now), until: last?.to_at };
  }

  /** Notes that an environment is watched now. */
  async extend(subject: ReleaseSubject, now: string): Promise<void> {
    const last = await this.#lastSpan(subject);
    if (!last || !this.#isOpen(last, now)) {
      await this.#database<ObservationRow>('observations').insert({
        ...subject,
        from_at: now,
        to_at: now,
      });
      return;
    }
    await this.#database<ObservationRow>('observations')
      .where({ id: last.id })
      .andWhere('to_at', '<', now)
      .update({ to_at: now });
  }

  /** What is known of an environment. */
  async known(subject: ReleaseSubject): Promise<KnownReleases> {
    const rows = await this.#database<ReleaseRow>('releases')
      .where({ ...subject })
      .select('pods');
    const last = await this.#database<ReleaseRow>('releases')
      .where({ ...subject, outcome: 'stable' })
      .orderBy('id', 'desc')
      .first();
    return {
      lastStable: last && toKeptRelease(last),
      hashes: new Set(rows.map(({ pods }) => hashOfPods(pods))),
    };
  }

  /** Adds what is not kept already. @returns whether anything was added */
  async add(
    subject: ReleaseSubject,
    releases: readonly KeptRelease[],
  ): Promise<boolean> {
    let isAdded = false;
    for (const release of releases) {
      const inserted = await this.#database<ReleaseRow>('releases')
        .insert({ ...subject, ...toReleaseRow(release) })
        .onConflict(UNIQUE)
        .ignore()
        .returning('id');
      isAdded ||= inserted.length > 0;
    }
    return isAdded;
  }

  /** The environments of which something is kept, by name. */
  async environments(
    of: Omit<ReleaseSubject, 'environment'>,
  ): Promise<string[]> {
    const rows = await this.#database<ObservationRow>('observations')
      .where({ ...of })
      .distinct('environment')
      .orderBy('environment');
    return rows.map(({ environment }) => environment);
  }

  /** The newest, in the order in which they were seen, newest first. */
  async list(subject: ReleaseSubject): Promise<KeptRelease[]> {
    const rows = await this.#database<ReleaseRow>('releases')
      .where({ ...subject })
      .orderBy('id', 'desc')
      .limit(NEWEST);
    return rows.map(toKeptRelease);
  }

  /** Spans in which it was not watched, oldest first. */
  async gaps(
    subject: ReleaseSubject,
    releases: readonly KeptRelease[],
  ): Promise<Span[]> {
    const rows = await this.#database<ObservationRow>('observations').where({
      ...subject,
    });
    const watched = rows.map(row => ({ from: row.from_at, to: row.to_at }));
    return findGaps(watched, releases);
  }

  /**
   * Forgets what is older than so many milliseconds, but never the last release of an
   * environment that became stable: it says what runs, and where a rollback goes to.
   */
  async deleteOlderThan(ms: number, now = Date.now()): Promise<void> {
    const before = new Date(now - ms).toISOString();
    const newest = this.#database<ReleaseRow>('releases')
      .where({ outcome: 'stable' })
      .groupBy('repository', 'folder', 'environment')
      .max('id');
    await this.#database<ReleaseRow>('releases')
      .where('at', '<', before)
      .whereNotIn('id', newest)
      .delete();
    await this.#database<ObservationRow>('observations')
      .where('to_at', '<', before)
      .delete();
  }

  #lastSpan(subject: ReleaseSubject): Promise<ObservationRow | undefined> {
    return this.#database<ObservationRow>('observations')
      .where({ ...subject })
      .orderBy('to_at', 'desc')
      .first();
  }

  #isOpen(last: ObservationRow | undefined, now: string): boolean {
    return (
      last !== undefined &&
      Date.parse(now) - Date.parse(last.to_at) <= this.#spanMs
    );
  }
}
