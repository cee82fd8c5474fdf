import { ClusterEvent, ClusterStore } from '../ClusterStore';
import { StatusError } from '../StatusError';

type Listener = (event: ClusterEvent) => void;

/** A watch's version lies before what is remembered: list again. */
export function expired(asked: number, oldest: number): StatusError {
  const message = `too old resource version: ${asked} (${oldest})`;
  return new StatusError('Expired', message);
}

const versionOf = ({ object }: ClusterEvent) =>
  Number(object.metadata.resourceVersion);

/** The last changes of a store, so that a watch can go on where one ended. */
export class EventLog {
  readonly #store: ClusterStore;
  readonly #size: number;
  readonly #stop: () => void;
  readonly #listeners = new Map<Listener, (error: StatusError) => void>();
  #events: ClusterEvent[] = [];
  /** Every change after this one is remembered. */
  #since: number;

  /** @param size - how many changes it remembers */
  constructor(store: ClusterStore, size: number) {
    this.#store = store;
    this.#size = size;
    this.#since = Number(store.resourceVersion);
    this.#stop = store.watch(event => this.#add(event));
  }

  /** The remembered changes after a version. Expired where some are forgotten. */
  after(version: number): ClusterEvent[] {
    if (version < this.#since) throw expired(version, this.#since);
    return this.#events.filter(event => versionOf(event) > version);
  }

  /** @param onExpired - told, once, when `compact` ends it */
  listen(
    listener: Listener,
    onExpired: (error: StatusError) => void,
  ): () => void {
    this.#listeners.set(listener, onExpired);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Forgets all that was, and ends who listens: as after a compaction of etcd. */
  compact(): void {
    this.#events = [];
    const before = this.#since;
    this.#since = Number(this.#store.resourceVersion);
    const ended = [...this.#listeners.values()];
    this.#listeners.clear();
    ended.forEach(tell => tell(expired(before, this.#since)));
  }

  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  #add(event: ClusterEvent): void {
    this.#events.push(event);
    if (this.#events.length > this.#size) {
      const gone = this.#events.shift();
      if (gone) this.#since = versionOf(gone);
    }
    for (const listener of [...this.#listeners.keys()]) listener(event);
  }
}
