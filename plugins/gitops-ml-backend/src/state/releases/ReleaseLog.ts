import {
  ReleaseIdentityView,
  releaseIdentitySchema,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Knex } from 'knex';
import {
  isSameRelease,
  valuesOfIdentity,
} from '../environments/ReleaseIdentity';

/** Whose releases they are. */
interface ReleaseSubject {
  repository: string;
  folder: string;
  environment: string;
}

/** A set of pods and what it serves. */
export interface SeenPods {
  /** Number and hash: going back to earlier pods gives another number. */
  pods: string;
  identity: ReleaseIdentityView;
}

/** What was seen of an environment at one moment. */
export interface SeenState {
  stable: SeenPods | undefined;
  aborted:
    | (SeenPods & {
        message: string;
        reached:
          | { index: number; count: number; inferred: boolean }
          | undefined;
      })
    | undefined;
}

/** A release as it is kept. */
export interface KeptRelease {
  at: string;
  outcome: string;
  witnessed: boolean;
  identity: ReleaseIdentityView;
  previous: ReleaseIdentityView | undefined;
  reached: { index: number; count: number; inferred: boolean } | undefined;
  message: string | undefined;
}

interface ReleaseRow extends ReleaseSubject {
  id: number;
  at: string;
  outcome: string;
  pods: string;
  witnessed: boolean | number;
  identity: string;
  previous: string | null;
  reached_index: number | null;
  reached_count: number | null;
  reached_inferred: boolean | number | null;
  message: string | null;
}

interface ObservationRow extends ReleaseSubject {
  id: number;
  from_at: string;
  to_at: string;
}

/** Looks that are nearer than that are one span, in milliseconds. */
const SPAN_MS = 5 * 60_000;
const NEWEST = 200;

/** Remembers what ran: it cannot be seen again. */
export class ReleaseLog {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Keeps what is new in what was seen. Twice the same changes nothing. */
  async note(
    subject: ReleaseSubject,
    { stable, aborted }: SeenState,
    at: string,
  ): Promise<void> {
    const isWatched = await this.#extend(subject, at);
    if (stable) await this.#noteStable(subject, stable, { at, isWatched });
    if (!aborted) return;
    const { reached } = aborted;
    await this.#insert(subject, {
      at,
      outcome: 'aborted',
      pods: aborted.pods,
      witnessed: isWatched,
      identity: JSON.stringify(aborted.identity),
      previous: stable ? JSON.stringify(stable.identity) : null,
      message: aborted.message,
      reached_index: reached?.index ?? null,
      reached_count: reached?.count ?? null,
      reached_inferred: reached?.inferred ?? null,
    });
  }

  /** Newest first. */
  async list(subject: ReleaseSubject): Promise<KeptRelease[]> {
    const rows = await this.#database<ReleaseRow>('releases')
      .where({ ...subject })
      .orderBy('id', 'desc')
      .limit(NEWEST);
    return rows.map(toRelease);
  }

  /** Spans between those in which it was watched, oldest first. */
  async gaps(subject: ReleaseSubject): Promise<{ from: string; to: string }[]> {
    const rows = await this.#database<ObservationRow>('observations')
      .where({ ...subject })
      .orderBy('id');
    return rows
      .slice(1)
      .map((row, index) => ({ from: rows[index].to_at, to: row.from_at }));
  }

  /** Forgets what is older than a moment, ISO 8601. */
  async deleteBefore(at: string): Promise<void> {
    await this.#database<ReleaseRow>('releases').where('at', '<', at).delete();
    await this.#database<ObservationRow>('observations')
      .where('to_at', '<', at)
      .delete();
  }

  async #noteStable(
    subject: ReleaseSubject,
    { pods, identity }: SeenPods,
    { at, isWatched }: { at: string; isWatched: boolean },
  ): Promise<void> {
    const last = await this.#lastStable(subject);
    if (last && isSame(last.identity, identity)) return;
    await this.#insert(subject, {
      at,
      outcome: 'stable',
      pods,
      witnessed: isWatched && last !== undefined,
      identity: JSON.stringify(identity),
      previous: last ? JSON.stringify(last.identity) : null,
    });
  }

  async #lastStable(subject: ReleaseSubject): Promise<KeptRelease | undefined> {
    const row = await this.#database<ReleaseRow>('releases')
      .where({ ...subject, outcome: 'stable' })
      .orderBy('id', 'desc')
      .first();
    return row && toRelease(row);
  }

  async #insert(
    subject: ReleaseSubject,
    row: Omit<Partial<ReleaseRow>, 'id'>,
  ): Promise<void> {
    await this.#database<ReleaseRow>('releases')
      .insert({ ...subject, ...row })
      .onConflict(['repository', 'folder', 'environment', 'outcome', 'pods'])
      .ignore();
  }

  /** Was it watched until just now? */
  async #extend(subject: ReleaseSubject, at: string): Promise<boolean> {
    const last = await this.#database<ObservationRow>('observations')
      .where({ ...subject })
      .orderBy('id', 'desc')
      .first();
    if (last && Date.parse(at) - Date.parse(last.to_at) <= SPAN_MS) {
      await this.#database<ObservationRow>('observations')
        .where({ id: last.id })
        .update({ to_at: at });
      return true;
    }
    await this.#database<ObservationRow>('observations').insert({
      ...subject,
      from_at: at,
      to_at: at,
    });
    return false;
  }
}

function isSame(a: ReleaseIdentityView, b: ReleaseIdentityView): boolean {
  return isSameRelease(valuesOfIdentity(a), valuesOfIdentity(b));
}

function toRelease(row: ReleaseRow): KeptRelease {
  return {
    at: row.at,
    outcome: row.outcome,
    witnessed: Boolean(row.witnessed),
    identity: parseIdentity(row.identity),
    previous: row.previous === null ? undefined : parseIdentity(row.previous),
    message: row.message ?? undefined,
    reached:
      row.reached_index === null || row.reached_count === null
        ? undefined
        : {
            index: row.reached_index,
            count: row.reached_count,
            inferred: Boolean(row.reached_inferred),
          },
  };
}

function parseIdentity(text: string): ReleaseIdentityView {
  return releaseIdentitySchema.parse(JSON.parse(text));
}
