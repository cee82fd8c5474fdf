import { LiveAnswer, LiveFailure, toLook } from './LiveAnswer';
import { Observed, observeLook } from './Observed';
import { retryDelay } from './retryDelay';

/** An event of a watch. A bookmark says only how far the stream is. */
export type WatchEvent<T> =
  | { type: 'set' | 'delete'; object: T; resourceVersion: string | undefined }
  | { type: 'bookmark'; resourceVersion: string | undefined };

/** A set of objects that can be listed, and then followed. */
export interface ListWatchSource<T> {
  /** Has its own time limit. */
  list(
    signal: AbortSignal,
  ): Promise<LiveAnswer<{ items: T[]; resourceVersion: string | undefined }>>;
  /** Ends by itself within minutes; a failure is its last answer. */
  watch(
    resourceVersion: string,
    signal: AbortSignal,
  ): AsyncIterable<LiveAnswer<WatchEvent<T>>>;
  /** Is the server still there? Cheap, with a short time limit. */
  probe(signal: AbortSignal): Promise<LiveAnswer<unknown>>;
  keyOf(object: T): string;
  /** Differs whenever the object does; `undefined` where that can't be known. */
  versionOf(object: T): string | undefined;
}

/** Milliseconds. */
export interface ListWatchTimes {
  /** A watch that is silent for so long is probed. */
  probe: number;
  /** Between lists where watching is not possible. */
  poll: number;
  /** The first pause after a failure; later ones are longer. */
  retry: number;
}

const TIMES: ListWatchTimes = { probe: 20_000, poll: 15_000, retry: 1000 };

/**
 * Keeps a set of objects as a server has it: one list, then one watch. Goes on
 * for ever: a failure keeps what was seen, is noted with its time, and is tried
 * again with growing pauses. A server that accepts and never answers is one that
 * fails a probe.
 */
export class ListWatch<T> {
  readonly #source: ListWatchSource<T>;
  readonly #onChange: (change: T | undefined) => void;
  readonly #onList: () => void;
  readonly #now: () => number;
  readonly #times: ListWatchTimes;
  readonly #closed = new AbortController();
  #asked = new AbortController();
  #objects = new Map<string, T>();
  #observed: Observed<true>;
  #resourceVersion: string | undefined;
  #failures = 0;
  /** How many lists of all have come. */
  #lists = 0;
  /** What was deleted since each list of something more was asked for. */
  readonly #including = new Set<Set<string>>();

  constructor(options: {
    source: ListWatchSource<T>;
    /** Called with the object that changed, or with `undefined` where more did. */
    onChange: (change: T | undefined) => void;
    /** Called after each list of all. */
    onList?: () => void;
    now?: () => number;
    times?: Partial<ListWatchTimes>;
  }) {
    this.#source = options.source;
    this.#onChange = options.onChange;
    this.#onList = options.onList ?? (() => {});
    this.#now = options.now ?? Date.now;
    this.#times = { ...TIMES, ...options.times };
    this.#observed = { status: 'ok', since: this.#time() };
    this.#run();
  }

  /** What is known now; `value` is absent until the first list has come. */
  get observed(): Observed<readonly T[]> {
    const { value, ...rest } = this.#observed;
    return value ? { ...rest, value: [...this.#objects.values()] } : rest;
  }

  /**
   * Takes in what a list of something more says, without ending the watch, which must be
   * following it already. What the watch says meanwhile is newer. Answers the failure;
   * and `superseded` where another list of all has come in between.
   */
  async include(
    list: (signal: AbortSignal) => Promise<LiveAnswer<{ items: T[] }>>,
  ): Promise<LiveFailure | 'superseded' | undefined> {
    const deleted = new Set<string>();
    const lists = this.#lists;
    this.#including.add(deleted);
    const answer = await list(this.#closed.signal);
    this.#including.delete(deleted);
    if (lists !== this.#lists) return 'superseded';
    if (!answer.ok) return answer.failure;
    for (const item of answer.value.items) {
      const key = this.#source.keyOf(item);
      if (!this.#objects.has(key) && !deleted.has(key)) {
        this.#objects.set(key, item);
      }
    }
    return undefined;
  }

  /** Forgets what is not followed any more. */
  drop(isDropped: (object: T) => boolean): void {
    for (const [key, object] of this.#objects) {
      if (isDropped(object)) this.#objects.delete(key);
    }
  }

  /** Lists again at once, where a list failed or is still awaited. */
  retry(): void {
    this.#asked.abort();
  }

  close(): void {
    this.#closed.abort();
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }

  async #run(): Promise<void> {
    const { signal } = this.#closed;
    while (!signal.aborted) {
      this.#asked = new AbortController();
      const asked = AbortSignal.any([signal, this.#asked.signal]);
      const startedAt = this.#now();
      const listed = await this.#source.list(asked);
      if (asked.aborted) continue;
      if (!listed.ok) {
        this.#noteFailure(listed.failure);
        await pause(retryDelay(this.#failures, this.#times.retry), asked);
        continue;
      }
      this.#replace(listed.value.items);
      this.#resourceVersion = listed.value.resourceVersion;
      await this.#follow(signal);
      // A watch that ends at once must not become a storm of lists.
      const early = startedAt + this.#times.retry - this.#now();
      if (early > 0) await pause(early, signal);
    }
  }

  /** Watches, and again where a watch came to its end; returns when a list is due. */
  async #follow(signal: AbortSignal): Promise<void> {
    for (;;) {
      const before = this.#resourceVersion;
      if (before === undefined) return pause(this.#times.poll, signal);
      const startedAt = this.#now();
      const failure = await this.#watch(before, signal);
      if (signal.aborted) return undefined;
      if (failure) return this.#endWatch(failure, signal);
      const isEarly = this.#now() - startedAt < this.#times.retry;
      if (isEarly) return undefined;
    }
  }

  async #endWatch(failure: LiveFailure, signal: AbortSignal): Promise<void> {
    switch (failure.kind) {
      case 'gone':
      case 'unreachable':
        return undefined;
      default:
        // Whoever may list and not watch is asked now and then.
        return pause(this.#times.poll, signal);
    }
  }

  async #watch(
    resourceVersion: string,
    signal: AbortSignal,
  ): Promise<LiveFailure | undefined> {
    const stalled = new AbortController();
    const either = AbortSignal.any([signal, stalled.signal]);
    let heardAt = this.#now();
    let failure: LiveFailure | undefined;
    const probing = setInterval(async () => {
      if (this.#now() - heardAt < this.#times.probe) return;
      const answer = await this.#source.probe(either);
      if (answer.ok || either.aborted) return;
      failure = answer.failure;
      this.#noteFailure(failure);
      stalled.abort();
    }, this.#times.probe).unref();
    try {
      for await (const answer of this.#source.watch(resourceVersion, either)) {
        heardAt = this.#now();
        if (!answer.ok) return answer.failure;
        this.#apply(answer.value);
      }
      return failure;
    } finally {
      clearInterval(probing);
    }
  }

  #apply(event: WatchEvent<T>): void {
    this.#resourceVersion = event.resourceVersion ?? this.#resourceVersion;
    this.#observed = {
      ...this.#observed,
      value: true,
      valueObservedAt: this.#time(),
    };
    if (event.type === 'bookmark') return;
    const key = this.#source.keyOf(event.object);
    if (event.type === 'delete') {
      this.#objects.delete(key);
      for (const deleted of this.#including) deleted.add(key);
    } else {
      this.#objects.set(key, event.object);
    }
    this.#onChange(event.object);
  }

  #replace(items: readonly T[]): void {
    this.#failures = 0;
    const objects = new Map(
      items.map(item => [this.#source.keyOf(item), item] as const),
    );
    const isNews =
      this.#observed.status !== 'ok' ||
      !this.#observed.value ||
      this.#isDifferent(objects);
    this.#lists++;
    this.#objects = objects;
    const now = this.#time();
    this.#observed = {
      ...observeLook(this.#observed, { status: 'ok' }, now),
      value: true,
      valueObservedAt: now,
    };
    if (isNews) this.#onChange(undefined);
    this.#onList();
  }

  #isDifferent(objects: ReadonlyMap<string, T>): boolean {
    if (objects.size !== this.#objects.size) return true;
    return [...objects].some(([key, object]) => {
      const before = this.#objects.get(key);
      const version = this.#source.versionOf(object);
      return (
        before === undefined ||
        version === undefined ||
        version !== this.#source.versionOf(before)
      );
    });
  }

  #noteFailure(failure: LiveFailure): void {
    this.#failures++;
    const look = toLook(failure);
    const { status, message } = this.#observed;
    this.#observed = observeLook(this.#observed, look, this.#time());
    if (look.status !== status || look.message !== message) {
      this.#onChange(undefined);
    }
  }
}

/** Waits; shorter where the signal says so. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, ms).unref();
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', wake, { once: true });
  });
}
