/** Who has not asked for so long, in milliseconds, is told no more. */
const KEEP_MS = 15 * 60_000;

/** Which topics are told of which changes: the entities that a page or the tracking looked at lately. */
export class Audience {
  readonly #now: () => number;
  /** Topic → when it was last interested. */
  readonly #topics = new Map<string, Map<string, number>>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  join(subject: string, topic: string): void {
    const topics = this.#topics.get(subject) ?? new Map<string, number>();
    topics.set(topic, this.#now());
    this.#topics.set(subject, topics);
  }

  of(subject: string): string[] {
    const topics = this.#topics.get(subject);
    if (!topics) return [];
    const oldest = this.#now() - KEEP_MS;
    for (const [topic, at] of topics) if (at < oldest) topics.delete(topic);
    if (topics.size === 0) this.#topics.delete(subject);
    return [...topics.keys()];
  }

  /** All that somebody is interested in. */
  subjects(): string[] {
    return [...this.#topics.keys()];
  }
}
