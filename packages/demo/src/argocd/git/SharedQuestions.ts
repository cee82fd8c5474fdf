/**
 * Asks once for all who want to know the same. Who comes while somebody is
 * asking gets the next answer: theirs may be of before what made him ask.
 */
export class SharedQuestions<T> {
  readonly #running = new Map<string, Promise<T>>();
  readonly #next = new Map<string, Promise<T>>();

  ask(key: string, work: () => Promise<T>): Promise<T> {
    const running = this.#running.get(key);
    if (!running) return this.#start(key, work);
    const next = this.#next.get(key) ?? this.#startAfter(running, key, work);
    this.#next.set(key, next);
    return next;
  }

  async #startAfter(
    running: Promise<T>,
    key: string,
    work: () => Promise<T>,
  ): Promise<T> {
    await running.catch(() => {});
    this.#next.delete(key);
    return this.#start(key, work);
  }

  #start(key: string, work: () => Promise<T>): Promise<T> {
    const asking = work().finally(() => {
      if (this.#running.get(key) === asking) this.#running.delete(key);
    });
    this.#running.set(key, asking);
    return asking;
  }
}
