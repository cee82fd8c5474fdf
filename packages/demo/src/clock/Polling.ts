import { Clock } from './Clock';

/** Looks again and again, until it is stopped. */
export class Polling {
  #stop: (() => void) | undefined;
  #isHeld = false;
  #isStarted = false;

  constructor(
    private readonly clock: Clock,
    /** Milliseconds to the next look. */
    private readonly delay: () => number,
    private readonly look: () => void,
  ) {}

  /** The first look is one period from now. */
  start(): void {
    this.#isStarted = true;
    this.#plan();
  }

  /** Somebody says that there is something to see: `look` is done, unless it is held. */
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
    this.#stop = this.clock.setTimer(this.delay(), () => {
      this.#stop = undefined;
      this.look();
      this.#plan();
    });
  }
}
