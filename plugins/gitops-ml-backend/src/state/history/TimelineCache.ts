import { RecentMap } from '../../index/RecentMap';

const KEPT = 50;

/** Keeps what was worked out of a repository's history until the index changes. */
export class TimelineCache<T> {
  readonly #recent = new RecentMap<{ version: string; value: Promise<T> }>(
    KEPT,
  );
  readonly #load: (key: string) => Promise<T>;

  constructor(load: (key: string) => Promise<T>) {
    this.#load = load;
  }

  /** `version` is the index's; equal versions have equal timelines. */
  get(key: string, version: string): Promise<T> {
    const known = this.#recent.get(key);
    if (known?.version === version) return known.value;
    const value = this.#load(key);
    this.#recent.set(key, { version, value });
    value.catch(() => this.#recent.delete(key));
    return value;
  }
}
