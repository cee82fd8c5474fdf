/** Gathers topics, and tells them together after a moment. */
export class Announcer {
  readonly #publish: (topics: readonly string[]) => void;
  readonly #delayMs: number;
  readonly #topics = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    publish: (topics: readonly string[]) => void,
    options: { delayMs?: number } = {},
  ) {
    this.#publish = publish;
    this.#delayMs = options.delayMs ?? 300;
  }

  announce(topics: Iterable<string>): void {
    for (const topic of topics) this.#topics.add(topic);
    if (this.#topics.size === 0) return;
    this.#timer ??= setTimeout(() => this.#tell(), this.#delayMs).unref();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#topics.clear();
  }

  #tell(): void {
    this.#timer = undefined;
    const topics = [...this.#topics];
    this.#topics.clear();
    this.#publish(topics);
  }
}
