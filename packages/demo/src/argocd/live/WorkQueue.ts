import { Clock } from '../../clock/Clock';
import { createTimers, Timers } from '../../clock/createTimers';

/**
 * How much of what is known of an application is read again; `compared` reads nothing
 * of the repository, and notes the time of the comparison.
 */
export type Refresh = 'none' | 'compared' | 'normal' | 'hard';

/** How many names are worked on at once. */
const LARGEST_COUNT = 8;

const strength: readonly Refresh[] = ['none', 'compared', 'normal', 'hard'];

/** Works on each name one at a time, once more where it is asked meanwhile. */
export class WorkQueue {
  readonly #running = new Map<string, Promise<void>>();
  readonly #asked = new Map<string, Refresh>();
  readonly #timers: Timers;
  readonly #waiting: (() => void)[] = [];
  #free = LARGEST_COUNT;
  #isClosed = false;

  constructor(
    private readonly clock: Clock,
    private readonly work: (name: string, how: Refresh) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {
    this.#timers = createTimers(clock, name => this.ask(name, 'none'));
  }

  /** Works on a name after a time, or earlier where that is planned already. */
  plan(name: string, delayMs: number): void {
    if (this.#isClosed) return;
    this.#timers.set(name, this.clock.now() + delayMs);
  }

  /** Works on a name now, or once it has been worked on. */
  ask(name: string, how: Refresh): void {
    if (this.#isClosed) return;
    const before = this.#asked.get(name) ?? 'none';
    const isStronger = strength.indexOf(how) > strength.indexOf(before);
    this.#asked.set(name, isStronger ? how : before);
    if (this.#running.has(name)) return;
    const running = this.#run(name)
      .catch(this.onError)
      .finally(() => {
        this.#running.delete(name);
        if (this.#asked.has(name)) this.ask(name, 'none');
      });
    this.#running.set(name, running);
  }

  /** As `ask`, unless it is being worked on, or is going to be. */
  askIfIdle(name: string, how: Refresh): void {
    if (!this.#running.has(name)) this.ask(name, how);
  }

  /** Ends when nothing is asked of a name any more. */
  async settle(name: string): Promise<void> {
    while (this.#running.has(name)) await this.#running.get(name);
  }

  /** Ends when nothing is being worked on. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#timers.close();
    await Promise.all(this.#running.values());
  }

  async #run(name: string): Promise<void> {
    while (this.#asked.has(name) && !this.#isClosed) {
      const how = this.#asked.get(name) ?? 'none';
      this.#asked.delete(name);
      await this.#begin();
      try {
        await this.work(name, how);
      } finally {
        this.#end();
      }
    }
  }

  async #begin(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  /** Who waits longest takes the place. */
  #end(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
