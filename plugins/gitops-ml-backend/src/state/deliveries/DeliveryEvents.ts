import {
  Delivery,
  RememberedQuery,
  RememberedStep,
  StepPosition,
} from '@gitops-ml/core';
import { Knex } from 'knex';
import { Place } from '../../live/kubernetes/KubernetesSources';

/** A row of `delivery_events`. */
interface DeliveryEventRow {
  id: number;
  cluster: string;
  namespace: string;
  kind: string;
  name: string;
  uid: string;
  resource_version: string;
  at: string;
  hash: string;
  phase: string;
  message: string;
  aborted: boolean | number;
  listed: boolean | number;
  step_index: number | null;
  step_count: number | null;
  weight_desired: number | null;
  weight_actual: number | null;
}

/** What was seen of a workload at one moment. */
export interface DeliveryEvent {
  uid: string;
  at: string;
  hash: string;
  phase: string;
  message: string;
  aborted: boolean;
  /** Seen in a list: what came before it may have been missed. */
  listed: boolean;
  step: StepPosition | undefined;
  weight: Delivery['weight'];
}

const NEWEST = 100;

/** What was seen of deliveries, kept in the database. */
export class DeliveryEvents {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Once for each version of an object, whoever sees it. */
  async add(
    { cluster, namespace }: Place,
    workload: { kind: string; name: string; resourceVersion: string },
    event: DeliveryEvent,
  ): Promise<void> {
    await this.#database<DeliveryEventRow>('delivery_events')
      .insert({
        cluster,
        namespace,
        kind: workload.kind,
        name: workload.name,
        uid: event.uid,
        resource_version: workload.resourceVersion,
        at: event.at,
        hash: event.hash,
        phase: event.phase,
        message: event.message,
        aborted: event.aborted,
        listed: event.listed,
        step_index: event.step?.index ?? null,
        step_count: event.step?.count ?? null,
        weight_desired: event.weight?.desired ?? null,
        weight_actual: event.weight?.actual ?? null,
      })
      .onConflict(['cluster', 'uid', 'resource_version'])
      .ignore();
  }

  /** The newest events of a workload, newest first. */
  async list(
    { cluster, namespace }: Place,
    { kind, name }: { kind: string; name: string },
  ): Promise<DeliveryEvent[]> {
    const rows = await this.#database<DeliveryEventRow>('delivery_events')
      .where({ cluster, namespace, kind, name })
      .orderBy('id', 'desc')
      .limit(NEWEST);
    return rows.map(toEvent);
  }

  /** Forgets what was seen longer ago than so many milliseconds. */
  async deleteOlderThan(ms: number, now = Date.now()): Promise<void> {
    await this.#database<DeliveryEventRow>('delivery_events')
      .where('at', '<', new Date(now - ms).toISOString())
      .delete();
  }
}

function toEvent(row: DeliveryEventRow): DeliveryEvent {
  const { uid, at, hash, phase, message } = row;
  return {
    uid,
    at,
    hash,
    phase,
    message,
    aborted: Boolean(row.aborted),
    listed: Boolean(row.listed),
    step:
      row.step_index === null || row.step_count === null
        ? undefined
        : { index: row.step_index, count: row.step_count },
    weight:
      row.weight_desired === null || row.weight_actual === null
        ? undefined
        : { desired: row.weight_desired, actual: row.weight_actual },
  };
}

/**
 * The step at which a candidate was when it was last seen going: on aborting the
 * controller puts its index back to 0. The least that it reached where the abort was
 * not seen as it happened. `events` are newest first.
 */
export function findReached(
  events: readonly DeliveryEvent[],
  { uid, hash }: Pick<RememberedQuery, 'uid' | 'hash'>,
): RememberedStep | undefined {
  const own = events.filter(event => event.uid === uid && event.hash === hash);
  const going = own.findIndex(({ aborted, step }) => !aborted && step);
  const step = own.at(going)?.step;
  if (going === -1 || !step) return undefined;
  return { ...step, isLeast: going > 0 && own[going - 1].listed };
}
