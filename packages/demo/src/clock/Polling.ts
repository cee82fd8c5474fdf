import { Clock } from './Clock';

interface PollingOptions {
  /** Milliseconds until the next look, asked before each. */
  period(): number;
  look(): void;
}

/** Looks again and again, until it is stopped. */
export class Polling {
  #stop: (() => void) | undefined;
  #isHeld = false;
  #isStarted = false;

  constructor(
    private readonly clock: Clock,
    private readonly options: PollingOptions,
  ) {}

  /** The first look is one period from now. */
  start(): void {
    this.#isStarted = true;
    this.#plan();
  }

  /** Somebody says that there is something to see: `look` does. */
  notify(look: () => void): void {
    if (!this.#isHeld) look();
  }

  /** While it is held nothing is looked at, and no timer is set. */
  setHeld(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#cancel();
    this.#plan();
  }

  stop(): void {
    this.#isStarted = false;
    this.#cancel();
  }

  #cancel(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #plan(): void {
    if (!this.#isStarted || this.#isHeld) return;
    this.#stop = this.clock.setTimer(this.options.period(), () => {
      this.#stop = undefined;
      this.options.look();
      this.#plan();
    });
  }
}
